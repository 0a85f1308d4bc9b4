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
        var found = ImmutableArray.CreateBuilder<Suppression>();
        foreach (var comment in Comments(source))
        {
            if (Proper().Match(comment.Text) is { Success: true, Groups: var parts })
            {
                found.Add(new([.. parts["rules"].Value.Split(',', StringSplitOptions.TrimEntries)], parts["reason"].Value.Trim(), comment.Line, comment.Span));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The comments of a file that were surely meant to be such, and are not: in another form of comment, or without brackets.</summary>
    public static ImmutableArray<(TextSpan Span, string Text)> MisspeltIn(SourceText source) =>
        [.. Comments(source).Where(comment => Meant().IsMatch(comment.Text) && !Proper().IsMatch(comment.Text)).Select(comment => (comment.Span, comment.Text))];

    public bool IsAbout(string rule, int line) => line == Line && Rules.Contains(rule);

    /// <summary>The comments of a file that names this program, with the line that each would be about.</summary>
    private static IEnumerable<(TextSpan Span, string Text, int Line)> Comments(SourceText source)
    {
        if (!source.Code.Contains("hpcverify", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var tokens = CLexer.Lex(source);
        for (var index = 0; index <= tokens.Length; index++)
        {
            var gap = TextSpan.FromBounds(index == 0 ? 0 : tokens[index - 1].Span.End, index == tokens.Length ? source.Length : tokens[index].Span.Start);
            foreach (Match match in Comment().Matches(source.Code.Substring(gap.Start, gap.Length)))
            {
                var span = new TextSpan(gap.Start + match.Index, match.Length);
                var line = source.PositionOf(span.Start).Line;
                var isBehindCode = index > 0 && source.PositionOf(tokens[index - 1].Span.End).Line == line;
                yield return (span, match.Value, isBehindCode || index == tokens.Length ? line : source.PositionOf(tokens[index].Span.Start).Line);
            }
        }
    }

    /// <summary>A comment between two tokens: to the end of its line, or of its own.</summary>
    [GeneratedRegex(@"//[^\r\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^//[ \t]*hpcverify:[ \t]*ignore\[[ \t]*(?<rules>[^\]\s][^\]]*)\](?<reason>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Proper();

    [GeneratedRegex(@"^/[/*][\s*]*hpcverify[\s:-]*ignore\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meant();
}
