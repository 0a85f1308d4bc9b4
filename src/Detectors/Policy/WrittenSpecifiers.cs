using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>
/// The words before a declared name (<c>extern</c>, <c>inline</c>), which syntax trees do not keep. A macro of the file
/// among them stands for the words of its definition.
/// </summary>
internal static partial class WrittenSpecifiers
{
    public static ImmutableHashSet<string> Of(SyntaxTree tree, TextSpan declaration, TextSpan name)
    {
        var code = tree.Source.Code;
        var end = name.Start > declaration.Start ? name.Start : EndOfWord(code, declaration.Start);
        var macros = Macros().Matches(code).ToLookup(macro => macro.Groups["name"].Value, macro => macro.Groups["body"].Value);
        var pending = new Stack<string>(WordsIn(code[declaration.Start..end]));
        var words = ImmutableHashSet.CreateBuilder<string>();
        while (pending.TryPop(out var word))
        {
            if (words.Add(word))
            {
                foreach (var inner in macros[word].SelectMany(WordsIn))
                {
                    pending.Push(inner);
                }
            }
        }

        return words.ToImmutable();
    }

    private static int EndOfWord(string code, int start)
    {
        var end = start;
        while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private static IEnumerable<string> WordsIn(string text) =>
        Tokens().Matches(text).Where(token => token.Groups["word"].Success).Select(token => token.Value.Trim('_'));

    [GeneratedRegex(
        """/\*[\s\S]*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|(?<word>[A-Za-z_]\w*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(
        """^[ \t]*#[ \t]*define[ \t]+_*(?<name>\w+?)_*\b(?<body>(?:[^\n\\]|\\[\s\S])*)""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Macros();
}
