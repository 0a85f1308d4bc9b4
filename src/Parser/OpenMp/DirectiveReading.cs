using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>One expression of a clause; with <paramref name="IsCopy"/> its text is what stands at its place.</summary>
internal readonly record struct Operand(string Text, TextSpan Span, bool IsCopy, bool IsAtom);

/// <summary>A directive as far as its words go: with a problem, it has no clauses and no operands.</summary>
internal sealed record DirectiveReading(
    string Name,
    string? Argument,
    ImmutableArray<ClauseShape> Clauses,
    ImmutableArray<Operand> Operands,
    bool StandsAlone,
    string? Problem);
