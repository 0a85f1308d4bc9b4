using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Copies of inputs that are read instead of them.</summary>
public sealed class Packing : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2007", Severity.Info, "Packing", "packed copy of an input{0}",
        "Elements of an input are copied, by a loop or `memcpy`, to a local or allocated buffer, in another order or contiguous, which is then read in the compute "
        + "loop. Buffers for results or counts, copies that are not read, and operands held in variables for one turn are not it.");

    public override string Technique => "packing";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        var stores = nest.Statements.Select(nest.WrittenBy).OfType<MemoryWrite>()
            .Select(write => (Buffer: Pointers.BufferOf(nest, write.Address), IsCopy: IsCopyOfInput(nest, write), IsConstant: IsConstant(nest, write.Value), write.At))
            .Concat(nest.Statements.Select(at => BlockCopy(nest, at)))
            .Where(store => store.Buffer is not null).ToList();
        return
            from store in stores
            where store.IsCopy && stores.All(other => !store.Buffer!.Equals(other.Buffer) || other.IsCopy || other.IsConstant) && IsReadLater(nest, store.Buffer!, store.At)
            group store by store.Buffer into copies
            select new TechniqueFinding(Technique, Found, copies.First().At.Statement.Span, TechniqueFinding.Known(("buffer", NameOf(copies.Key))));
    }

    private static (object? Buffer, bool IsCopy, bool IsConstant, NestStatement At) BlockCopy(KernelNest nest, NestStatement at) =>
        at.Statement is KernelStatement.Call { Arguments: [var to, var from, ..] } call && Instruction.IsBlockCopy(call.Target)
            ? (Pointers.BufferOf(nest, nest.Algebra.Of(to, at.Order)), Pointers.ToCallersMemory(nest, nest.Algebra.Of(from, at.Order)), false, at)
            : (null, false, false, at);

    /// <summary>A loop stores what it has just read from an input, as it is.</summary>
    private static bool IsCopyOfInput(KernelNest nest, MemoryWrite write) =>
        write.At.Loop is not null && nest.Algebra.Resolved(write.Value).Unconverted() is var value && nest.ReadBy(value, write.At.Order).ToList() is [var read]
        && read.Value.Equals(value) && Pointers.ToCallersMemory(nest, nest.ReadBy(write.Value, write.At.Order).First().Address);

    private static bool IsConstant(KernelNest nest, Value value) => !KernelWalk.DescendantsAndSelf(nest.Algebra.Resolved(value)).Any(node => node is Value.Load);

    /// <summary>Whether some loop that the copy is not in, and that is no loop of a few turns, computes with the buffer.</summary>
    private static bool IsReadLater(KernelNest nest, object buffer, NestStatement copy) =>
        nest.Statements.Any(at => at.Order > copy.Order
            && at.Loop is { } loop && loop.Chain.TakeWhile(candidate => copy.Loop?.Chain.Contains(candidate) != true).Any(candidate => candidate.Shape?.Turns is null)
            && ValuesOf(at).SelectMany(value => nest.ReadBy(value, at.Order)).Any(read => buffer.Equals(Pointers.BufferOf(nest, read.Address))));

    private static ImmutableArray<Value> ValuesOf(NestStatement at) => at.Statement switch
    {
        KernelStatement.Assign assign => [assign.Value],
        KernelStatement.Declare { Initial: { } initial } => [initial],
        KernelStatement.Call call when Instruction.IsStore(call.Target) => call.Arguments,
        _ => [],
    };

    private static string? NameOf(object? buffer) => buffer is Variable variable ? variable.Name : null;
}
