using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// A macro that is one pragma and nothing else: the words of the pragma, with parameters among them. The words are the
/// file's tokens from <paramref name="Start"/> to <paramref name="End"/>. With <paramref name="ExpandsFirst"/> its
/// arguments are expanded before they become text.
/// </summary>
internal sealed record PragmaMacro(MacroDefinition Macro, int Start, int End, bool IsLiteral, bool ExpandsFirst);

/// <summary>Finds the macros through which a file writes pragmas.</summary>
internal sealed class PragmaMacros
{
    private const int DeepestWrapping = 4;

    private readonly ImmutableArray<CToken> _tokens;
    private readonly MacroTable _macros;
    private readonly Dictionary<string, PragmaMacro> _byName = [];

    public PragmaMacros(ImmutableArray<CToken> tokens, MacroTable macros)
    {
        _tokens = tokens;
        _macros = macros;
        foreach (var macro in macros.All)
        {
            if (Recognize(macro, depth: 0) is { } found)
            {
                _byName[macro.Name] = found;
            }
        }
    }

    public bool Any => _byName.Count > 0;

    public PragmaMacro? Find(string name) => _byName.GetValueOrDefault(name);

    private PragmaMacro? Recognize(MacroDefinition macro, int depth)
    {
        var (start, end) = (macro.BodyStart, macro.BodyEnd);
        if (depth > DeepestWrapping || end - start < 4 || _macros.Doubt(macro) is not null || !IsCall(start, end))
        {
            return null;
        }

        if (_tokens[start].IsIdentifier("_Pragma"))
        {
            return RecognizeOperator(macro, start + 2, end - 1);
        }

        var inner = macro.TakesArguments && _macros.Find(_tokens[start].Text) is { TakesArguments: true } called
            ? Recognize(called, depth + 1)
            : null;
        return inner is { IsLiteral: false } && inner.End - inner.Start == 1
            ? new(macro, start + 2, end - 1, IsLiteral: false, ExpandsFirst: true)
            : null;
    }

    /// <summary><c>_Pragma("…")</c>, <c>_Pragma(#x)</c> or <c>_Pragma(STRING(x))</c>.</summary>
    private PragmaMacro? RecognizeOperator(MacroDefinition macro, int start, int end)
    {
        if (!macro.TakesArguments)
        {
            return _tokens[start..end].All(token => token.Kind == CTokenKind.String)
                ? new(macro, start, end, IsLiteral: true, ExpandsFirst: false)
                : null;
        }

        if (end - start == 2 && _tokens[start].IsPunctuator("#") && macro.ParameterIndex(_tokens[start + 1].Text) >= 0)
        {
            return new(macro, start + 1, end, IsLiteral: false, ExpandsFirst: false);
        }

        return end - start == 4 && IsCall(start, end) && macro.ParameterIndex(_tokens[start + 2].Text) >= 0
            && IsStringifier(_tokens[start].Text, depth: 0)
            ? new(macro, start + 2, end - 1, IsLiteral: false, ExpandsFirst: true)
            : null;
    }

    /// <summary><c>#define STRING(x) #x</c>, or a macro that passes its parameter to such a one.</summary>
    private bool IsStringifier(string name, int depth)
    {
        if (depth > DeepestWrapping || _macros.Find(name) is not { TakesArguments: true, Parameters.Length: 1 } macro
            || _macros.Doubt(macro) is not null)
        {
            return false;
        }

        var (start, end) = (macro.BodyStart, macro.BodyEnd);
        return (end - start) switch
        {
            2 => _tokens[start].IsPunctuator("#") && macro.ParameterIndex(_tokens[start + 1].Text) == 0,
            4 => IsCall(start, end) && macro.ParameterIndex(_tokens[start + 2].Text) == 0
                && IsStringifier(_tokens[start].Text, depth + 1),
            _ => false,
        };
    }

    private bool IsCall(int start, int end) =>
        _tokens[start].Kind == CTokenKind.Identifier
        && _tokens[start + 1].IsPunctuator("(")
        && CTokens.Closing(_tokens, start + 1, end) == end - 1;
}
