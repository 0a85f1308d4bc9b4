using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>A pragma of any place as its words, without <c>#pragma</c> and punctuation: <c>GCC optimize fast-math</c>.</summary>
internal sealed record WrittenPragma(ImmutableArray<string> Words, TextSpan Span)
{
    public string Text => string.Join(' ', Words);

    public static IEnumerable<WrittenPragma> In(SyntaxTree tree) =>
        tree.Pragmas.Select(pragma => Of(pragma.Text, pragma.Span))
            .Concat(tree.All<Statement.Pragma>().Select(pragma => Of(pragma.Text, pragma.Span)));

    /// <summary>Whether the pragma begins with these words.</summary>
    public bool Is(params ReadOnlySpan<string> words) => Words.AsSpan().StartsWith(words);

    private static WrittenPragma Of(string text, TextSpan span)
    {
        var words = text.Split([' ', '\t', '\r', '\n', '(', ')', '"', ',', '\\', '='], StringSplitOptions.RemoveEmptyEntries);
        return new([.. words.SkipWhile(word => word is "#" or "pragma" or "#pragma")], span);
    }
}
