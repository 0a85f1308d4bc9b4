using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>
/// The words before a declared name (<c>extern</c>, <c>inline</c>), which syntax trees do not keep. A macro of the file
/// among them stands for the words of its definition.
/// </summary>
internal sealed class WrittenSpecifiers
{
    private readonly ImmutableArray<CToken> _tokens;
    private readonly ILookup<string, string> _macros;

    public WrittenSpecifiers(SyntaxTree tree)
    {
        _tokens = [.. CLexer.Lex(tree.Source)];
        _macros = Macros().ToLookup(pair => pair.Macro, pair => pair.Word);
    }

    /// <summary>Words as they mean: <c>__inline__</c> is <c>inline</c>.</summary>
    public bool Say(string specifier, TextSpan declaration, TextSpan name)
    {
        var end = Math.Max(name.Start, declaration.Start + 1);
        var pending = new Stack<string>(_tokens
            .SkipWhile(token => token.Span.Start < declaration.Start)
            .TakeWhile(token => token.Span.Start < end)
            .Select(token => token.Text));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var word))
        {
            if (word.Trim('_') == specifier)
            {
                return true;
            }

            foreach (var inner in seen.Add(word) ? _macros[word] : [])
            {
                pending.Push(inner);
            }
        }

        return false;
    }

    private IEnumerable<(string Macro, string Word)> Macros()
    {
        string? macro = null;
        for (var index = 0; index < _tokens.Length; index++)
        {
            if (_tokens[index].StartsLine)
            {
                var isDefinition = index + 2 < _tokens.Length && _tokens[index].StartsDirective && _tokens[index + 1].IsIdentifier("define");
                macro = isDefinition ? _tokens[index + 2].Text : null;
            }
            else if (macro is not null)
            {
                yield return (macro, _tokens[index].Text);
            }
        }
    }
}
