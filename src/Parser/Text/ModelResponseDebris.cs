using System.Text.RegularExpressions;

namespace HpcVerify.Parser.Text;

/// <summary>
/// What a chat template leaves in a response: control tokens and hidden thoughts. A token that could be C
/// (<c>a[INST]</c>, <c>a &lt;s&gt; b</c>) counts only as the first word of its line.
/// </summary>
internal static partial class ModelResponseDebris
{
    private static readonly string[] Roles = ["assistant", "user", "system", "model", "tool"];

    /// <summary>Control tokens and thoughts, in order and without overlap.</summary>
    public static List<TextSpan> In(string code, List<TextSpan> literals)
    {
        var tokens = Outside(Tokens().Matches(code), literals).ToList();
        var thoughts = Thoughts(code, tokens).ToList();
        var loose = tokens.Where(token => !ThoughtTag().IsMatch(Text(code, token))).Select(token => WithRole(code, token)).ToList();
        return Merged([.. thoughts, .. loose]);
    }

    public static List<TextSpan> Merged(List<TextSpan> spans)
    {
        spans.Sort();
        var merged = new List<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && merged[^1].End >= span.Start)
            {
                merged[^1] = TextSpan.FromBounds(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    /// <summary>
    /// A thought reaches from its opening to its closing tag. One that was opened by the prompt reaches back to the
    /// start, and one that never ends takes the rest with it.
    /// </summary>
    private static IEnumerable<TextSpan> Thoughts(string code, List<TextSpan> tokens)
    {
        var tags = tokens.Where(token => ThoughtTag().IsMatch(Text(code, token))).ToList();
        int? opened = tags.Count > 0 ? 0 : null;
        foreach (var tag in tags)
        {
            if (code[tag.Start + 1] == '/')
            {
                yield return TextSpan.FromBounds(opened ?? tag.Start, tag.End);
                opened = null;
            }
            else
            {
                opened = opened is > 0 ? opened : tag.Start;
            }
        }

        if (opened is { } unclosed)
        {
            yield return TextSpan.FromBounds(unclosed, code.Length);
        }
    }

    private static IEnumerable<TextSpan> Outside(MatchCollection matches, List<TextSpan> literals)
    {
        var next = 0;
        foreach (Match match in matches)
        {
            var token = match.Groups["token"];
            while (next < literals.Count && literals[next].End <= token.Index)
            {
                next++;
            }

            if (next == literals.Count || !literals[next].Contains(token.Index))
            {
                yield return new(token.Index, token.Length);
            }
        }
    }

    /// <summary>The speaker's name that follows the start of a turn belongs to the token.</summary>
    private static TextSpan WithRole(string code, TextSpan token)
    {
        var end = token.End;
        while (end < code.Length && end - token.End < 16 && char.IsAsciiLetter(code[end]))
        {
            end++;
        }

        var isRole = Text(code, token).Contains("start", StringComparison.Ordinal) && Roles.Contains(code[token.End..end]);
        return isRole ? TextSpan.FromBounds(token.Start, end) : token;
    }

    private static string Text(string code, TextSpan span) => code.Substring(span.Start, span.Length);

    /// <summary><c>\xEF\xBD\x9C</c> is the full-width bar that some templates use for <c>|</c>.</summary>
    [GeneratedRegex(
        """
        (?<token><\|[A-Za-z0-9_./-]{1,48}\|>|<\u00EF\u00BD\u009C[^<>\n]{1,64}\u00EF\u00BD\u009C>|</(?:s|think|thinking|thought|reasoning|answer|tool_call)>|\[/INST\]|<</SYS>>)
        |^[ \t]*(?<token><(?:s|think|thinking|thought|reasoning|answer|tool_call|eos|bos|pad)>|\[INST\]|<<SYS>>|<(?:end|start)_of_turn>)
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex("^</?(?:think|thinking|thought|reasoning)>$", RegexOptions.CultureInvariant)]
    private static partial Regex ThoughtTag();
}
