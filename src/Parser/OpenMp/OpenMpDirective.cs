using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// One clause: its name (<c>schedule</c>), the words before its list or value (<c>static</c>, <c>+</c>, <c>monotonic</c>),
/// and the expressions in it, already typed by the compiler's front end. An array section contributes its base
/// and its two bounds, in that order, and sets <paramref name="HasSections"/>.
/// </summary>
public sealed record OpenMpClause(
    string Name, ImmutableArray<string> Modifiers, ImmutableArray<Expression> Operands, bool HasSections, TextSpan Span);

/// <summary>
/// An OpenMP directive: its full name in the specification's words (<c>parallel for simd</c>), its argument where it
/// has one (the name of a <c>critical</c>), and its clauses in written order.
/// </summary>
public sealed record OpenMpDirective(string Name, string? Argument, ImmutableArray<OpenMpClause> Clauses, TextSpan Span)
{
    public IEnumerable<OpenMpClause> Named(string clause) => Clauses.Where(candidate => candidate.Name == clause);

    /// <summary>Whether the directive is built from this one-word construct: <c>parallel for</c> has <c>for</c>.</summary>
    public bool Has(string construct) => Name.Split(' ').Contains(construct);
}
