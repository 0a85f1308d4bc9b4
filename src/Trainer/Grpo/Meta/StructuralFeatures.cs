using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// What a kernel is made of, as numbers with names: loops by depth, operations by kind, accesses by type, calls by function, OpenMP
/// constructs, branches. Counts enter as the logarithm of one more, so that a body unrolled eight times is near its original;
/// a technique is 1 where it is found.
/// </summary>
public static class StructuralFeatures
{
    public static ImmutableSortedDictionary<string, double> Of(KernelNest nest, IEnumerable<TechniqueFinding> techniques)
    {
        var counted = nest.Loops.Select(loop => FormattableString.Invariant($"loop/{loop.Chain.Count()}"))
            .Concat(nest.Nodes.SelectMany(item => NamesOf(item.Node, item.At.Statement)))
            .Concat(nest.Calls.Select(call => $"call/{call.Target.Name}"))
            .Concat(nest.Regions.Select(region => $"region/{region.Statement.Construct.GetType().Name}"))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, Math.Log(1 + group.Count())));
        var found = techniques.Select(finding => $"technique/{finding.Technique}").Distinct(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, 1.0));
        return counted.Concat(found).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(object node, KernelStatement statement) => node switch
    {
        Value.Binary binary => [$"operation/{binary.Operation} {binary.Arithmetic} {Shape(binary.OperandType)}"],
        Value.Unary unary => [$"operation/{unary.Operation} {unary.Arithmetic}"],
        Value.Select or Value.And or Value.Or or KernelStatement.If or KernelStatement.Switch => ["branch"],
        Value.Load load when MemoryAccesses.IsMemory(load.Place) => [$"read/{Shape(load.Type)}"],
        Place place when MemoryAccesses.IsMemory(place) && statement is KernelStatement.Assign assign && ReferenceEquals(assign.Target, place) => [$"write/{Shape(place.Type)}"],
        _ => [],
    };

    /// <summary>A type without its qualifiers.</summary>
    private static string Shape(CType type) => CTypePrinter.Print(type.Unqualified);
}
