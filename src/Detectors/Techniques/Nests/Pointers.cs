using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>What addresses lead to.</summary>
public static class Pointers
{
    /// <summary>Whether an address is in an array that the caller passed.</summary>
    public static bool ToCallersMemory(KernelNest nest, Polynomial address) =>
        BasesOf(nest, address).Any(item => item is Variable variable && nest.Entry.Parameters.Contains(variable));

    /// <summary>The local array, or the call that allocated memory, that an address is in; null when it is in neither.</summary>
    public static object? BufferOf(KernelNest nest, Polynomial address) =>
        BasesOf(nest, address).FirstOrDefault(item => item is Variable { Storage: StorageKind.Automatic, Type: CType.Array or CType.VariableArray } or Value.PureCall);

    /// <summary>The arrays, pointers and calls that an address is made of, and those that its pointers were set from.</summary>
    public static IEnumerable<object> BasesOf(KernelNest nest, Polynomial address)
    {
        var pending = new Stack<Polynomial>([address]);
        var seen = new HashSet<object>();
        while (pending.TryPop(out var next))
        {
            foreach (var atom in next.Atoms.Select(nest.Algebra.AtomOf).Where(atom => IsPointer(atom) && seen.Add(atom)))
            {
                yield return atom;
                foreach (var origin in OriginsOf(nest, atom))
                {
                    pending.Push(origin);
                }
            }
        }
    }

    private static IEnumerable<Polynomial> OriginsOf(KernelNest nest, object atom) => atom switch
    {
        Variable variable => nest.DefinitionsOf(variable).Where(definition => definition.Value is not null)
            .SelectMany(definition => nest.Algebra.AlternativesOf(definition.Value!, definition.At.Order)),
        Value.Select select => nest.Algebra.AlternativesOf(select, 0),
        _ => [],
    };

    private static bool IsPointer(object atom) => atom switch
    {
        Variable variable => variable.Type is CType.Pointer or CType.Array or CType.VariableArray,
        Value value => value.Type is CType.Pointer,
        _ => false,
    };
}
