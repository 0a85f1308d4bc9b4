using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>Where a kernel reads and writes memory.</summary>
public static class MemoryAccesses
{
    /// <summary>What a value reads, temporaries looked through, each once.</summary>
    public static IEnumerable<MemoryRead> ReadBy(this KernelNest nest, Value value, int order) => ReadBy(nest, value, order, []);

    private static IEnumerable<MemoryRead> ReadBy(KernelNest nest, Value value, int order, HashSet<Variable> seen)
    {
        foreach (var node in KernelWalk.DescendantsAndSelf(value))
        {
            switch (node)
            {
                case Value.Load { Place: Place.Named named } when nest.OnlyDefinitionOf(named.Variable) is { } only && seen.Add(named.Variable):
                    foreach (var read in ReadBy(nest, only.Value!, only.At.Order, seen))
                    {
                        yield return read;
                    }

                    break;
                case Value.Load load when IsMemory(load.Place):
                    yield return new(nest.Algebra.AddressOf(load.Place, order), load);
                    break;
                case Value.PureCall call when AddressIn(call.Arguments) is { } address && LoadsVector(call):
                    yield return new(nest.Algebra.Of(address, order), call);
                    break;
            }
        }
    }

    /// <summary>What a statement stores; null when it stores nothing, or to a variable only.</summary>
    public static MemoryWrite? WrittenBy(this KernelNest nest, NestStatement at) => at.Statement switch
    {
        KernelStatement.Assign assign when IsMemory(assign.Target) => new(nest.Algebra.AddressOf(assign.Target, at.Order), assign.Value, at),
        KernelStatement.Call { Target.Origin: not SymbolOrigin.Kernel, Arguments: [_, _, ..] arguments } call
            when Instruction.IsStore(call.Target) && AddressIn(arguments) is { } address =>
            new(nest.Algebra.Of(address, at.Order), StoredIn(arguments, address), at),
        _ => null,
    };

    public static bool IsMemory(Place place) => place switch
    {
        Place.Element or Place.Dereference => true,
        Place.Field field => IsMemory(field.Record),
        Place.Lane lane => IsMemory(lane.Vector),
        _ => false,
    };

    private static bool LoadsVector(Value.PureCall call) => call.Target.Origin != SymbolOrigin.Kernel && call.Type is CType.Vector;

    /// <summary>The first pointer among the operands of an instruction.</summary>
    public static Value? AddressIn(ImmutableArray<Value> arguments) => arguments.FirstOrDefault(argument => argument.Type is CType.Pointer);

    /// <summary>The vector, or else the last operand that is not the address.</summary>
    private static Value StoredIn(ImmutableArray<Value> arguments, Value address) =>
        arguments.LastOrDefault(argument => argument.Type is CType.Vector) ?? arguments.Last(argument => argument != address);
}

/// <summary>A place in memory that is read: an array element, what a pointer points to, or the operand of a load instruction.</summary>
public sealed record MemoryRead(Polynomial Address, Value Value);

/// <summary>A place in memory that is written, and with what.</summary>
public sealed record MemoryWrite(Polynomial Address, Value Value, NestStatement At);
