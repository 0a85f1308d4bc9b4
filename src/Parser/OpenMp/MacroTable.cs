using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>All macros a file defines, and what about each cannot be known without running the preprocessor.</summary>
internal sealed class MacroTable
{
    /// <summary>Macros named before their definition need another round; deeper chains than this do not occur.</summary>
    private const int BraceRounds = 8;
    private const int MostBraces = 100;

    private readonly ImmutableArray<CToken> _tokens;
    private readonly Dictionary<string, MacroDefinition> _byName = [];
    private readonly Dictionary<string, string> _doubts = [];
    private readonly Dictionary<string, int> _braces = [];
    private readonly HashSet<string> _compound = [];

    public MacroTable(ImmutableArray<CToken> tokens)
    {
        _tokens = tokens;
        var conditionals = 0;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].StartsDirective)
            {
                conditionals = Read(index, conditionals);
            }
        }

        for (var round = 0; round < BraceRounds && CountBraces(); round++)
        {
        }
    }

    public IEnumerable<MacroDefinition> All => _byName.Values;

    /// <summary>Whether some macro opens or closes more braces than it closes or opens.</summary>
    public bool HasBraces => _braces.Count > 0;

    /// <summary>The definition of a name; null when the file has none.</summary>
    public MacroDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Why the body of a defined macro is not certainly its meaning; null when it is.</summary>
    public string? Doubt(MacroDefinition macro) =>
        _doubts.GetValueOrDefault(macro.Name) ?? (macro.IsConditional ? $"macro '{macro.Name}' is defined conditionally" : null);

    /// <summary>Whether the body neither pastes words nor holds a pragma.</summary>
    public bool IsPlain(MacroDefinition macro) => !_compound.Contains(macro.Name);

    /// <summary>Braces a use of the name leaves open; negative when it closes some.</summary>
    public int Braces(string name) => _braces.GetValueOrDefault(name);

    private int Read(int hash, int conditionals)
    {
        var name = hash + 1 < _tokens.Length ? _tokens[hash + 1].Text : "";
        switch (name)
        {
            case "if" or "ifdef" or "ifndef":
                return conditionals + 1;
            case "endif":
                return Math.Max(0, conditionals - 1);
            case "undef" when hash + 2 < _tokens.Length:
                _doubts[_tokens[hash + 2].Text] = $"macro '{_tokens[hash + 2].Text}' is undefined again";
                return conditionals;
            case "define":
                Define(MacroDefinition.Read(_tokens, hash, CTokens.NextLine(_tokens, hash), conditionals > 0));
                return conditionals;
            default:
                return conditionals;
        }
    }

    private void Define(MacroDefinition? macro)
    {
        if (macro is null)
        {
            return;
        }

        if (!_byName.TryAdd(macro.Name, macro))
        {
            _doubts[macro.Name] = $"macro '{macro.Name}' is defined more than once";
        }

        for (var index = macro.BodyStart; index < macro.BodyEnd; index++)
        {
            if (_tokens[index].IsPunctuator("##") || _tokens[index].IsIdentifier("_Pragma"))
            {
                _compound.Add(macro.Name);
            }
        }
    }

    private bool CountBraces()
    {
        var changed = false;
        foreach (var macro in _byName.Values)
        {
            var count = 0;
            for (var index = macro.BodyStart; index < macro.BodyEnd; index++)
            {
                count = Math.Clamp(count + BracesOf(_tokens[index]), -MostBraces, MostBraces);
            }

            if (count != Braces(macro.Name))
            {
                _braces[macro.Name] = count;
                changed = true;
            }
        }

        return changed;
    }

    private int BracesOf(CToken token) => token switch
    {
        { Kind: CTokenKind.Punctuator, Text: "{" } => 1,
        { Kind: CTokenKind.Punctuator, Text: "}" } => -1,
        { Kind: CTokenKind.Identifier } => Braces(token.Text),
        _ => 0,
    };
}
