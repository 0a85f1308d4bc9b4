using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// Reads the words of one directive by recursive descent. Whatever it cannot read becomes the reading's problem, so that a
/// directive is never dropped and never half understood.
/// </summary>
internal static class DirectiveReader
{
    public static DirectiveReading Read(PragmaText text, PragmaWords expansion)
    {
        var words = new WordRange(expansion.Words, 0, expansion.Words.Count);
        var name = ReadName(words);
        if (name.Length == 0)
        {
            return Unreadable(name, $"'{(words.IsEmpty ? "" : words[0].Text)}' is not a known directive");
        }

        var rest = words with { Start = name.Count(character => character == ' ') + 1 };
        var doubt = expansion.Problem ?? words.FirstDoubt(rest.Start);
        if (doubt is not null || DirectiveNames.IsDeclarative(name))
        {
            return Unreadable(name, doubt ?? $"'{name}' is a declaration inside a function");
        }

        return ReadRest(text, name, rest);
    }

    private static DirectiveReading ReadRest(PragmaText text, string name, WordRange rest)
    {
        var (argument, after, problem) = ReadArgument(name, rest);
        var clauses = new ClauseReader(text, after);
        if (name == "flush" && !after.IsEmpty && after[0].Is("("))
        {
            clauses.ReadNamed("flush");
        }

        clauses.ReadAll();
        problem ??= clauses.Problem;
        var standsAlone = DirectiveNames.IsStandAlone(name)
            || (name == "ordered" && clauses.Shapes.Any(clause => clause.Name is "depend" or "doacross"));
        return problem is null
            ? new(name, argument, clauses.Shapes, clauses.Operands, standsAlone, null)
            : new(name, argument, [], [], standsAlone, problem);
    }

    private static DirectiveReading Unreadable(string name, string problem) =>
        new(name, null, [], [], DirectiveNames.IsStandAlone(name), problem);

    /// <summary>The longest directive name the words begin with.</summary>
    private static string ReadName(WordRange words)
    {
        var (longest, soFar) = ("", "");
        for (var count = 0; count < words.Count && words[count].IsName; count++)
        {
            soFar = count == 0 ? words[count].Text : soFar + " " + words[count].Text;
            if (!DirectiveNames.IsBeginning(soFar))
            {
                break;
            }

            longest = DirectiveNames.IsKnown(soFar) ? soFar : longest;
        }

        return longest;
    }

    /// <summary>The name of a <c>critical</c> section, or the construct that <c>cancel</c> ends.</summary>
    private static (string? Argument, WordRange After, string? Problem) ReadArgument(string name, WordRange rest)
    {
        switch (name)
        {
            case "critical" when !rest.IsEmpty && rest[0].Is("("):
                return rest.Count > 2 && rest[1] is { IsName: true } section && rest[2].Is(")")
                    ? (section.Text, rest with { Start = rest.Start + 3 }, section.Doubt)
                    : (null, rest, "the name of 'critical' cannot be read");
            case "cancel" or "cancellation point":
                return !rest.IsEmpty && rest[0].Text is "parallel" or "for" or "sections" or "taskgroup"
                    ? (rest[0].Text, rest with { Start = rest.Start + 1 }, rest[0].Doubt)
                    : (null, rest, $"'{name}' does not name a construct");
            default:
                return (null, rest, null);
        }
    }
}
