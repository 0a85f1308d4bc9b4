using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.Text;

/// <summary>
/// Looks for preprocessing by which the scoring compiler could be given another program than the checker. Skipped groups
/// count too, because which groups are skipped is the question.
/// </summary>
public sealed class PreprocessorAudit
{
    /// <summary>A value that rests on more names than this is not followed, and counts as foreign.</summary>
    private const int MostNames = 500;

    private readonly ImmutableArray<CToken> _tokens;

    /// <summary>The tokens before it are the build's.</summary>
    private readonly int _first;
    private readonly int _lastInclude;
    private readonly Dictionary<string, List<MacroDefinition>> _defined = [];
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private int _conditionals;

    private PreprocessorAudit(ImmutableArray<CToken> tokens, int first)
    {
        (_tokens, _first) = (tokens, first);
        for (var index = 0; index + 1 < tokens.Length; index++)
        {
            _lastInclude = tokens[index].StartsDirective && tokens[index + 1].Text == "include" ? index : _lastInclude;
        }
    }

    public static ImmutableArray<Diagnostic> Inspect(SourceText source) => Inspect(source, "");

    /// <summary>The same for a file with macros of its build: every compiler is given them, so that the file may test them.</summary>
    /// <param name="buildMacros">Lines of <c>#define</c> and <c>#undef</c>, of which nothing is reported.</param>
    public static ImmutableArray<Diagnostic> Inspect(SourceText source, string buildMacros)
    {
        var build = CLexer.Lex(SourceText.From(source.Path, buildMacros));
        ImmutableArray<CToken> tokens = [.. build, .. CLexer.Lex(source)];
        var audit = new PreprocessorAudit(tokens, build.Length);
        audit.InspectTokens();
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].StartsDirective)
            {
                audit.InspectDirective(index, CTokens.NextLine(tokens, index));
            }
        }

        return [.. audit._found.Order(Diagnostic.Order)];
    }

    private void InspectTokens()
    {
        var pastes = false;
        foreach (var token in _tokens)
        {
            pastes |= token.IsPunctuator("##");
        }

        foreach (var token in _tokens.AsSpan(_first..))
        {
            if (IsForbidden(token, pastes))
            {
                _found.Add(PreprocessorRules.EnvironmentDependent.At(token.Span, token.Kind == CTokenKind.String ? "R\"" : token.Text));
            }
        }
    }

    /// <summary>gcc reads raw strings in gnu17, clang 19 does not: one may see code where the other sees text.</summary>
    private static bool IsForbidden(CToken token, bool pastes) => token.Kind switch
    {
        CTokenKind.Identifier => PreprocessorNames.IsEnvironmentDependent(token.Text)
            || (pastes && PreprocessorNames.IsFragment(token.Text)),
        CTokenKind.String => token.Text.AsSpan(0, token.Text.IndexOf('"')).Contains('R'),
        _ => false,
    };

    private void InspectDirective(int hash, int end)
    {
        var directive = end > hash + 1 ? _tokens[hash + 1] : default;
        switch (directive.Text)
        {
            case null or "else" or "error" or "warning" or "pragma":
                break;
            case "endif":
                _conditionals--;
                break;
            case "if" or "elif" or "ifdef" or "ifndef":
                _conditionals += directive.Text == "elif" ? 0 : 1;
                InspectCondition(hash, end);
                break;
            case "define" or "undef":
                InspectName(hash, end);
                break;
            case "include" when end > hash + 2 && _tokens[hash + 2].Kind == CTokenKind.HeaderName:
                break;
            default:
                _found.Add(PreprocessorRules.UnusualDirective.At(directive.Span, Describe(directive)));
                break;
        }
    }

    private static string Describe(CToken directive) => directive switch
    {
        { Text: "include" } => "include of a macro",
        { Kind: CTokenKind.Number } => "line",
        _ => directive.Text,
    };

    private void InspectCondition(int hash, int end)
    {
        if (_tokens[hash + 1].Text == "ifndef" && IsOwnDefault(hash, end))
        {
            return;
        }

        for (var index = hash + 2; index < end; index++)
        {
            if (_tokens[index].Kind == CTokenKind.Identifier && FirstForeign(hash, index) is { } foreign)
            {
                _found.Add(PreprocessorRules.CompilerDependent.At(_tokens[index].Span, "#" + _tokens[hash + 1].Text, foreign));
            }
        }
    }

    private bool FollowsDefined(int index) =>
        _tokens[index - 1].IsIdentifier("defined")
        || (_tokens[index - 1].IsPunctuator("(") && _tokens[index - 2].IsIdentifier("defined"));

    /// <summary>
    /// A name the file does not define but the test of another rests on: on whether that one is defined, or on its value.
    /// </summary>
    private string? FirstForeign(int hash, int index)
    {
        var tested = _tokens[index].Text;
        var restsOnValue = _tokens[hash + 1].Text is "if" or "elif" && !FollowsDefined(index);
        if (!restsOnValue)
        {
            return PreprocessorNames.IsTestable(tested) || _defined.ContainsKey(tested) ? null : tested;
        }

        return FirstForeign(tested);
    }

    private string? FirstForeign(string tested)
    {
        var seen = new HashSet<string> { tested };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var name))
        {
            if (PreprocessorNames.IsTestable(name) || CTokens.Keywords.Contains(name))
            {
                continue;
            }

            if (!_defined.TryGetValue(name, out var definitions) || seen.Count > MostNames)
            {
                return name;
            }

            foreach (var used in definitions.SelectMany(NamesIn).Where(seen.Add))
            {
                open.Enqueue(used);
            }
        }

        return null;
    }

    private IEnumerable<string> NamesIn(MacroDefinition macro) =>
        from index in Enumerable.Range(macro.BodyStart, macro.BodyEnd - macro.BodyStart)
        let token = _tokens[index]
        where token.Kind == CTokenKind.Identifier && macro.ParameterIndex(token.Text) < 0
        select token.Text;

    /// <summary>
    /// <c>#ifndef BLOCK</c> right before <c>#define BLOCK …</c>: a header guard or a default value. Only the file can have
    /// defined an ordinary name, and <c>M_PI</c> is the same number wherever it comes from.
    /// </summary>
    private bool IsOwnDefault(int hash, int end)
    {
        if (end != hash + 3 || end + 2 >= _tokens.Length || !_tokens[end].StartsDirective || _tokens[end + 1].Text != "define")
        {
            return false;
        }

        var name = _tokens[hash + 2].Text;
        return _tokens[end + 2].Text == name && (PreprocessorNames.IsInnocuous(name) || IsPi(name, end));
    }

    private bool IsPi(string name, int hash) =>
        name == "M_PI"
        && CTokens.NextLine(_tokens, hash) == hash + 4
        && double.TryParse(_tokens[hash + 3].Text, CultureInfo.InvariantCulture, out var value)
        && value == Math.PI;

    private void InspectName(int hash, int end)
    {
        if (hash + 2 >= end || _tokens[hash + 2].Kind != CTokenKind.Identifier)
        {
            return;
        }

        var name = _tokens[hash + 2];
        if (hash < _first)
        {
            Define(hash, end, name.Text);
            return;
        }

        var mayReachHeaders = hash < _lastInclude && PreprocessorNames.IsUsableByHeaders(name.Text);
        var isReserved = PreprocessorNames.IsReserved(name.Text) && !(hash > _lastInclude && PreprocessorNames.IsOwnInSpirit(name.Text));
        if (isReserved || mayReachHeaders)
        {
            _found.Add(PreprocessorRules.RedefinedName.At(name.Span, _tokens[hash + 1].Text, name.Text));
            return;
        }

        // What a skipped group defines may still come from a header, unless no header has such a name.
        if (_conditionals <= 0 || PreprocessorNames.IsInnocuous(name.Text) || PreprocessorNames.IsOwnInSpirit(name.Text))
        {
            Define(hash, end, name.Text);
        }
    }

    private void Define(int hash, int end, string name)
    {
        var definitions = _defined.TryGetValue(name, out var known) ? known : _defined[name] = [];
        if (_tokens[hash + 1].Text == "define" && MacroDefinition.Read(_tokens, hash, end, _conditionals > 0) is { } macro)
        {
            definitions.Add(macro);
        }
    }
}
