using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

/// <summary>What is known of one thread where control is in a kernel.</summary>
/// <param name="Values">What variables hold.</param>
/// <param name="Unstable">Variables that other threads may change at any time.</param>
/// <param name="Path">What must hold of the sizes, and of what is not known, for control to get here.</param>
/// <param name="Team">How many threads there are.</param>
/// <param name="Thread">The number of this one.</param>
internal sealed record WalkState(
    ImmutableDictionary<Variable, WholeTerm> Values, ImmutableHashSet<Variable> Unstable, string Path, WholeTerm Team, WholeTerm Thread)
{
    public static WalkState Begin { get; } = new(
        ImmutableDictionary<Variable, WholeTerm>.Empty, [], SizeFormulas.True, WholeTerm.Of(1), WholeTerm.Of(0));

    public bool Tracks(Variable variable) =>
        variable is { IsUnshared: true, IsThreadPrivate: false } && !variable.Type.IsVolatile
        && IntegerRange.Of(variable.Type) is not null && !Unstable.Contains(variable);

    public WalkState Bind(Variable variable, WholeTerm value) =>
        Tracks(variable) ? this with { Values = Values.SetItem(variable, value) } : this;

    public WholeTerm? ValueOf(Variable variable) => Tracks(variable) ? Values.GetValueOrDefault(variable) : null;
}
