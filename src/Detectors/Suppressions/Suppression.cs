using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Suppressions;

/// <summary>A comment <c>// hpcverify: ignore[HV1101] reason</c>: behind code it is about that line, and alone on a line about the next line with code.</summary>
/// <param name="Line">The line it is about, counted from 1.</param>
public sealed partial record Suppression(ImmutableArray<string> Rules, string Reason, int Line, TextSpan Span)
{
    /// <summary>All such comments of a file, in order.</summary>
    public static ImmutableArray<Suppression> In(SourceText source)
    {
        if (!source.Code.Contains("hpcverify", StringComparison.Ordinal))
        {
            return [];
        }

        var tokens = CLexer.Lex(source);
        var found = ImmutableArray.CreateBuilder<Suppression>();
        for (var index = 0; index <= tokens.Length; index++)
        {
            var gap = TextSpan.FromBounds(index == 0 ? 0 : tokens[index - 1].Span.End, index == tokens.Length ? source.Length : tokens[index].Span.Start);
            foreach (Match match in Comment().Matches(source.Code.Substring(gap.Start, gap.Length)))
            {
                if (match.Groups["rules"] is { Success: true, Value: var rules })
                {
                    var span = new TextSpan(gap.Start + match.Index, match.Length);
                    var line = source.PositionOf(span.Start).Line;
                    var isBehindCode = index > 0 && source.PositionOf(tokens[index - 1].Span.End).Line == line;
                    var next = index < tokens.Length ? source.PositionOf(tokens[index].Span.Start).Line : line;
                    found.Add(new([.. rules.Split(',', StringSplitOptions.TrimEntries)], match.Groups["reason"].Value.Trim(), isBehindCode ? line : next, span));
                }
            }
        }

        return found.ToImmutable();
    }

    public bool IsAbout(string rule, int line) => line == Line && Rules.Contains(rule);

    /// <summary>A comment between two tokens: to the end of its line, or of its own. Other comments are matched so that what they quote is not.</summary>
    [GeneratedRegex(@"//[ \t]*hpcverify:[ \t]*ignore\[(?<rules>[^\]\r\n]*)\](?<reason>[^\r\n]*)|//[^\r\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
