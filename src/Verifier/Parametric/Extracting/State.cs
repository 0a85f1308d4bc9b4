using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>What the variables hold at one point of the program.</summary>
/// <param name="Values">Of scalars and vectors; one that is missing is indeterminate.</param>
/// <param name="Homes">The objects of variables that lie in memory.</param>
/// <param name="Extents">Of variable-length arrays and pointers to them, outermost first.</param>
internal sealed record State(
    ImmutableDictionary<Variable, Symbolic> Values,
    ImmutableDictionary<Variable, DataObject> Homes,
    ImmutableDictionary<Variable, ImmutableArray<IntegerPolynomial>> Extents,
    ImmutableArray<HeldLock> Locks)
{
    public static readonly State Empty = new(
        ImmutableDictionary<Variable, Symbolic>.Empty,
        ImmutableDictionary<Variable, DataObject>.Empty,
        ImmutableDictionary<Variable, ImmutableArray<IntegerPolynomial>>.Empty,
        []);

    public State With(Variable variable, Symbolic value) => this with { Values = Values.SetItem(variable, value) };

    /// <summary>The variables that two states hold different values of.</summary>
    public IEnumerable<Variable> Differences(State other) => ReferenceEquals(Values, other.Values)
        ? []
        : Values.Where(item => other.Values.TryGetValue(item.Key, out var value) && !value.Equals(item.Value)).Select(item => item.Key);

    /// <summary>The state where two ways meet: the one where the condition held, and the other.</summary>
    public static State Join(Formula condition, State whenTrue, State whenFalse, Func<Symbolic, Symbolic> settle)
    {
        var values = whenFalse.Values.ToBuilder();
        foreach (var variable in whenTrue.Values.Keys.InOrder())
        {
            var value = whenTrue.Values[variable];
            if (!values.TryGetValue(variable, out var other))
            {
                values[variable] = value;
            }
            else if (!other.Equals(value))
            {
                values[variable] = settle(Symbolic.Either(condition, value, other));
            }
        }

        return new(
            values.ToImmutable(),
            whenTrue.Homes.SetItems(whenFalse.Homes),
            whenTrue.Extents.SetItems(whenFalse.Extents),
            [.. whenTrue.Locks.Where(whenFalse.Locks.Contains)]);
    }
}

internal static class VariableOrder
{
    /// <summary>Variables in an order that does not change from run to run.</summary>
    public static List<Variable> InOrder(this IEnumerable<Variable> variables) =>
        [.. variables.OrderBy(variable => variable.Name, StringComparer.Ordinal).ThenBy(variable => variable.Symbol?.Span.Start ?? -1)];
}
