using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>Finds what loops count by: also in <c>while</c> and <c>do</c> loops, by pointers, under several limits, and by steps that a limit clamps.</summary>
internal sealed class LoopShapes(KernelNest nest)
{
    private readonly Algebra _algebra = nest.Algebra;

    /// <summary>The variable that the condition compares and the body moves; null when there is none.</summary>
    public LoopShape? Of(NestLoop loop)
    {
        if (loop.Statement.Condition is not { } condition)
        {
            return null;
        }

        var candidates = KernelWalk.DescendantsAndSelf(_algebra.Resolved(condition)).OfType<Place.Named>().Select(named => named.Variable).Distinct();
        return candidates.Select(variable => Of(loop, condition, variable)).FirstOrDefault(shape => shape is not null);
    }

    private LoopShape? Of(NestLoop loop, Value condition, Variable index)
    {
        var atom = _algebra.NumberOf(index);
        ImmutableArray<Polynomial> steps = [.. StepsOf(loop, index, atom).Where(step => !step.Contains(atom) && !step.IsZero)];
        if (steps.IsEmpty)
        {
            return null;
        }

        var limits = Conjuncts(condition).SelectMany(conjunct => LimitsIn(conjunct, atom, loop.Order)).ToList();
        var isDecreasing = limits.Any(limit => limit.IsFromBelow) || (limits.Count > 0 && limits.All(limit => limit.IsEither) && steps[0].Constant < 0);
        return new(index, atom, steps, LowerOf(loop, index), [.. limits.Select(limit => limit.Bound).Distinct()], isDecreasing);
    }


    private ImmutableArray<Polynomial> StepsOf(NestLoop loop, Variable index, int atom)
    {
        var changes = nest.DefinitionsOf(index).Where(definition => loop.Contains(definition.At.Order)).ToList();
        if (changes.Count == 0 || changes.Any(change => change.At.Loop != loop || change.At.IsConditional || change.Value is null || change.Target is not Place.Named))
        {
            return [];
        }

        var constants = changes.Select(change => _algebra.ConstantStep(change, index)).ToList();
        if (constants.TrueForAll(constant => constant is not null))
        {
            return [Polynomial.Number(constants.Sum()!.Value)];
        }

        return changes is [var only]
            ? [.. _algebra.AlternativesOf(only.Value!, only.At.Order).Select(next => next - Polynomial.Atom(atom))]
            : [];
    }

    private ImmutableArray<Polynomial> LowerOf(NestLoop loop, Variable index) =>
        nest.DefinitionsOf(index).LastOrDefault(definition => definition.At.Order < loop.Order) is { Value: { } value, Target: Place.Named } last && last.At.Loop == loop.Outer
            ? _algebra.AlternativesOf(value, last.At.Order)
            : [];

    private static IEnumerable<Value> Conjuncts(Value condition) => condition switch
    {
        Value.And and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        Value.Convert { Kind: ConversionKind.ToBoolean } convert => Conjuncts(convert.Operand),
        _ => [condition],
    };

    /// <summary>A value that the index must stay below, or above when <paramref name="IsFromBelow"/>; either for <c>!=</c>.</summary>
    private sealed record Limit(Polynomial Bound, bool IsFromBelow, bool IsEither);

    /// <summary><code>i + 4 &lt;= n      ⟶      i &lt; n - 3            end - x &gt;= 8      ⟶      x &lt; end - 7</code></summary>
    private IEnumerable<Limit> LimitsIn(Value conjunct, int atom, int order)
    {
        if (conjunct is not Value.Binary { Operation: >= Operation.Less and <= Operation.NotEqual and not Operation.Equal } comparison)
        {
            yield break;
        }

        var differences = from left in _algebra.AlternativesOf(comparison.Left, order)
                          from right in _algebra.AlternativesOf(comparison.Right, order)
                          select left - right;
        foreach (var difference in differences)
        {
            if (difference.FactorOf(atom)?.Constant is not { } factor || Math.Abs(factor) != 1)
            {
                continue;
            }

            var rest = difference - (Polynomial.Atom(atom) * Polynomial.Number(factor));
            var bound = rest * Polynomial.Number(-factor);
            var isLess = (comparison.Operation is Operation.Less or Operation.LessOrEqual) == (factor == 1);
            var isInclusive = comparison.Operation is Operation.LessOrEqual or Operation.GreaterOrEqual;
            yield return comparison.Operation == Operation.NotEqual
                ? new(bound, false, true)
                : new(bound + Polynomial.Number(isInclusive ? isLess ? 1 : -1 : 0), !isLess, false);
        }
    }
}
