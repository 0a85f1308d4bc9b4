using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// One word of a directive after the macros in it are expanded. <paramref name="Use"/> numbers the macro use it came from,
/// 0 for none; <paramref name="Doubt"/> says why its text may not be what the compiler reads here.
/// </summary>
internal readonly record struct PragmaWord(
    string Text, CTokenKind Kind, TextSpan Span, int Use, string? Doubt, bool IsParameter = false)
{
    public bool Is(string punctuator) => Kind == CTokenKind.Punctuator && Text == punctuator;

    public bool IsName => Kind == CTokenKind.Identifier;
}

/// <summary>
/// Where a pragma stands, as far as macros matter: in ordinary text, or in the body of <paramref name="Macro"/>, whose
/// parameters reach its words only if <paramref name="TakesParameters"/>.
/// </summary>
internal sealed record PragmaPlace(MacroDefinition? Macro, bool TakesParameters)
{
    public static readonly PragmaPlace Text = new(null, false);
}

/// <summary>The words of a directive, or the reason why they cannot be known.</summary>
internal sealed record PragmaWords(IReadOnlyList<PragmaWord> Words, string? Problem);
