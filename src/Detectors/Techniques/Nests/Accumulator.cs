using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// A variable, field or array element of the kernel's own that a loop updates in each turn from its former value and from
/// data, and that is read afterwards.
/// </summary>
/// <param name="Root">The variable it is or is a part of.</param>
/// <param name="Part">Which part.</param>
/// <param name="Loop">The loop, without those that only run over an array of accumulators.</param>
/// <param name="Copies">The loops of constant length that run over the array.</param>
/// <param name="Count">How many accumulators that makes.</param>
/// <param name="Needs">The variables its updates read.</param>
public sealed record Accumulator(Variable Root, Polynomial Part, NestLoop Loop, ImmutableArray<NestLoop> Copies, long Count, ImmutableHashSet<Variable> Needs)
{
    /// <summary>An array of more is no register block.</summary>
    private const long LargestBlock = 64;

    public static ImmutableArray<Accumulator> In(KernelNest nest)
    {
        var updates = nest.Statements.Where(at => at is { Loop: not null, Statement: KernelStatement.Assign { Target.Root: not null } })
            .Select(at => Of(nest, at, (KernelStatement.Assign)at.Statement)).OfType<Accumulator>().ToList();
        return
        [
            .. updates.GroupBy(update => (update.Part, update.Loop))
                .Select(group => group.First() with { Needs = group.First().Needs.Union(group.SelectMany(update => update.Needs)) })
                .Where(accumulator => IsReadAfter(nest, accumulator)),
        ];
    }

    private static Accumulator? Of(KernelNest nest, NestStatement at, KernelStatement.Assign assign)
    {
        var root = assign.Target.Root!;
        if (root.Storage != StorageKind.Automatic || assign.Target.Type is not (CType.Floating or CType.Integer or CType.Vector)
            || CopiesOf(nest, at, assign.Target) is not { } copies)
        {
            return null;
        }

        var loop = at.Loop!.Chain.FirstOrDefault(candidate => !copies.Contains(candidate));
        if (loop is null || !nest.IsDeclaredOutside(root, loop) || !IsUpdate(nest, assign.Target, assign.Value, at) || !IsOnlyUpdated(nest, root, loop))
        {
            return null;
        }

        var inside = copies.Where(copy => loop.Contains(copy)).ToImmutableArray();
        return new(
            root, nest.Algebra.AddressOf(assign.Target, at.Order), loop, copies,
            inside.Aggregate(1L, (count, copy) => count * copy.Shape!.Turns!.Value), NeedsOf(nest, root, assign.Value));
    }

    /// <summary>The loops whose counters pick the element; null when anything else does, or when a loop is too long.</summary>
    private static ImmutableArray<NestLoop>? CopiesOf(KernelNest nest, NestStatement at, Place place)
    {
        var copies = ImmutableArray.CreateBuilder<NestLoop>();
        foreach (var node in IndicesOf(place).SelectMany(index => KernelWalk.DescendantsAndSelf(nest.Algebra.Resolved(index))))
        {
            var loop = node is Place.Named named ? at.Loop!.Chain.FirstOrDefault(candidate => candidate.Shape?.Index == named.Variable) : null;
            if ((node is Place.Named && loop?.Shape?.Turns is not <= LargestBlock) || node is Place.Element or Place.Dereference)
            {
                return null;
            }

            if (loop is not null)
            {
                copies.Add(loop);
            }
        }

        return [.. copies.Distinct()];
    }

    private static IEnumerable<Value> IndicesOf(Place place) => place switch
    {
        Place.Element { Pointer: Value.Decay decay } element => IndicesOf(decay.Array).Append(element.Index),
        Place.Field field => IndicesOf(field.Record),
        Place.Lane lane => IndicesOf(lane.Vector).Append(lane.Index),
        _ => [],
    };

    /// <summary>A value that grows out of the place's former one by data, or takes its place under a comparison with it.</summary>
    private static bool IsUpdate(KernelNest nest, Place target, Value value, NestStatement at) =>
        (nest.GrowsOutOf(value, target) || (at.Guard is { } guard && KernelWalk.DescendantsAndSelf(guard).Any(node => target.Equals(node as Place))))
        && HasData(nest, target.Root!, value, at);

    private static bool HasData(KernelNest nest, Variable root, Value value, NestStatement at) =>
        nest.ReadBy(value, at.Order).Any(read => read.Value is not Value.Load { Place: var place } || place.Root != root)
        || KernelWalk.DescendantsAndSelf(nest.Algebra.Resolved(value)).OfType<Place.Named>().Any(named => named.Variable != root
            && named.Type is CType.Floating or CType.Vector && nest.DefinitionsOf(named.Variable).Any(definition => definition.At.Loop is { } loop && at.Loop!.Chain.Contains(loop)));

    /// <summary>Whether the loop never sets the variable afresh.</summary>
    private static bool IsOnlyUpdated(KernelNest nest, Variable root, NestLoop loop) =>
        nest.DefinitionsOf(root).Where(definition => loop.Contains(definition.At.Order))
            .All(definition => definition.Value is not null && IsUpdate(nest, definition.Target, definition.Value, definition.At));

    private static ImmutableHashSet<Variable> NeedsOf(KernelNest nest, Variable root, Value value) =>
        [.. KernelWalk.DescendantsAndSelf(nest.Algebra.Resolved(value)).OfType<Place.Named>().Select(named => named.Variable).Where(variable => variable != root)];

    private static bool IsReadAfter(KernelNest nest, Accumulator accumulator) =>
        nest.Statements.Any(at => at.Order >= accumulator.Loop.End && ReadIn(at).Any(node => node switch
        {
            Value.Load load => load.Place.Root == accumulator.Root,
            Value.AddressOf address => address.Place.Root == accumulator.Root,
            Value.Decay decay => decay.Array.Root == accumulator.Root,
            _ => false,
        }));

    /// <summary>A cast to void reads nothing that counts, and neither does the left side of an assignment.</summary>
    private static IEnumerable<object> ReadIn(NestStatement at) => at.Statement switch
    {
        KernelStatement.Evaluate => [],
        KernelStatement.Assign assign => KernelWalk.DescendantsAndSelf(assign.Value),
        _ => at.Nodes,
    };
}
