using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// Expands the macros without arguments in a directive, as compilers do after its first word. A macro the file redefines,
/// or one with arguments, stays as it is and is marked: it may stand in an expression but not for a word or a name.
/// </summary>
internal sealed class PragmaExpander(ImmutableArray<CToken> file, MacroTable macros, PragmaPlace place)
{
    private const int DeepestExpansion = 50;
    private const int MostWords = 2_000;

    private readonly List<PragmaWord> _words = [];
    private readonly Stack<string> _hidden = new();
    private string? _problem;
    private int _uses;

    /// <summary>The words after <c>omp</c>.</summary>
    public static PragmaWords Expand(PragmaText text, ImmutableArray<CToken> file, MacroTable macros, PragmaPlace place)
    {
        var expander = new PragmaExpander(file, macros, place);
        foreach (var token in text.Tokens.Skip(1))
        {
            if (expander._words.Count == 0)
            {
                expander.AddFirst(token);
            }
            else
            {
                expander.Add(token, token.Span, use: 0);
            }
        }

        return new(expander._words, expander._problem);
    }

    /// <summary>gcc never expands the first word of a directive.</summary>
    private void AddFirst(CToken token)
    {
        var doubt = macros.Find(token.Text) is null && !IsParameter(token) ? null : $"'{token.Text}' is a macro here";
        _words.Add(new(token.Text, token.Kind, token.Span, 0, doubt));
    }

    private void Add(CToken token, TextSpan span, int use)
    {
        if (_words.Count >= MostWords || _hidden.Count >= DeepestExpansion)
        {
            _problem ??= "macros in the directive expand too far";
            return;
        }

        var macro = token.Kind == CTokenKind.Identifier && !_hidden.Contains(token.Text) ? macros.Find(token.Text) : null;
        if (IsParameter(token))
        {
            AddParameter(token, span, use);
        }
        else if (macro is null || IsDefinedLater(macro, span))
        {
            _words.Add(new(token.Text, token.Kind, span, use, null));
        }
        else if (Obstacle(macro) is { } obstacle)
        {
            _words.Add(new(token.Text, token.Kind, span, use, obstacle));
        }
        else
        {
            AddBody(macro, span, use == 0 ? ++_uses : use);
        }
    }

    private void AddParameter(CToken token, TextSpan span, int use)
    {
        if (!place.TakesParameters)
        {
            _problem ??= $"'{token.Text}' in the text of '_Pragma' is also a parameter of macro '{place.Macro?.Name}'";
        }

        var doubt = $"'{token.Text}' is a parameter of macro '{place.Macro?.Name}'";
        _words.Add(new(token.Text, token.Kind, span, use, doubt, IsParameter: true));
    }

    private void AddBody(MacroDefinition macro, TextSpan span, int use)
    {
        var nesting = 0;
        _hidden.Push(macro.Name);
        for (var index = macro.BodyStart; index < macro.BodyEnd && _problem is null; index++)
        {
            nesting += CTokens.Nesting(file[index].Text);
            if (nesting < 0)
            {
                break;
            }

            Add(file[index], span, use);
        }

        _hidden.Pop();
        if (nesting != 0)
        {
            _problem ??= $"macro '{macro.Name}' has unbalanced brackets";
        }
    }

    private string? Obstacle(MacroDefinition macro)
    {
        if (macro.TakesArguments)
        {
            return $"macro '{macro.Name}' takes arguments";
        }

        return macros.Doubt(macro) ?? (macros.IsPlain(macro) ? null : $"macro '{macro.Name}' is not plain words");
    }

    private bool IsParameter(CToken token) =>
        token.Kind == CTokenKind.Identifier && place.Macro?.ParameterIndex(token.Text) >= 0;

    /// <summary>In a macro body the time of use counts, which is not known; so a later definition counts there too.</summary>
    private bool IsDefinedLater(MacroDefinition macro, TextSpan span) =>
        place.Macro is null && macros.Doubt(macro) is null && macro.Offset > span.Start;
}
