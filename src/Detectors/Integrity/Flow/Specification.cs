using System.Runtime.CompilerServices;
using HpcVerify.Detectors.Integrity.Counting;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Flow;

/// <summary>
/// What is legitimate for a kernel, read off its contract and off the way its reference goes: which parameters it may
/// write, what its results depend on, what may steer it, and how precisely it computes. Parameters are bits by position.
/// </summary>
public sealed class Specification
{
    /// <summary>Thousands of kernels are judged by one task, whose reference need be followed once. What is known of a task never changes.</summary>
    private static readonly ConditionalWeakTable<KernelTask, StrongBox<Specification?>> Known = [];

    private readonly FlowWalk _walk;

    private Specification(KernelTask task, FlowWalk walk)
    {
        _walk = walk;
        Task = task;
        Outputs = Slots(BufferAccess.Write, BufferAccess.Update);
        Inputs = Slots(BufferAccess.Read, BufferAccess.Update);
        Scalars = SlotsOf(task.Contract.Scalars);
        NarrowestWidthInBits = Precisions().DefaultIfEmpty(0).Min();
        TruncatesNumbers = walk.Values.Any(item => item.Value is Value.Convert { Kind: ConversionKind.FloatingToInteger } && IsOfCaller(walk.Facts[item.Value].Sources));
    }

    /// <summary>Null for a task whose reference cannot be followed to its end: nothing can be held against a kernel by it.</summary>
    public static Specification? Of(KernelTask task) => Known.GetValue(task, key => new(Read(key))).Value;

    private static Specification? Read(KernelTask task)
    {
        if (task.SpecificationTree is not { } tree)
        {
            return null;
        }

        var module = LooseModule.Of(tree).Module;
        if (module.Function(task.ReferenceName) is not { Body: not null } reference)
        {
            return null;
        }

        var walk = FlowWalk.Of(module, reference);
        return walk.IsIncomplete ? null : new(task, walk);
    }

    public KernelTask Task { get; }

    internal ulong Outputs { get; }

    /// <summary>Buffers that hold something when the kernel is called.</summary>
    internal ulong Inputs { get; }

    /// <summary>Buffers of floating numbers.</summary>
    internal ulong FloatingBuffers => SlotsOf(Task.Contract.Buffers.Where(buffer => Precision.WidthInBits(buffer.Element) > 0).Select(buffer => buffer.Pointer));

    /// <summary>Floating numbers that are passed by value.</summary>
    internal ulong Scalars { get; }

    /// <summary>The buffers whose contents decide what the reference does or where it reads and writes.</summary>
    internal ulong Steering => _walk.Steering.ContentsOf;

    /// <summary>The narrowest floating type in which the reference holds what comes from the caller; 0 where there is none.</summary>
    internal int NarrowestWidthInBits { get; }

    /// <summary>Whether the reference makes integers of the caller's floating numbers.</summary>
    internal bool TruncatesNumbers { get; }

    internal Sources Returned => _walk.Returned.Sources;

    /// <summary>What the reference's work amounts to.</summary>
    internal WorkCount Work => new(_walk, _walk.Entry, Inputs, Outputs);

    /// <summary>What the reference's stores to a buffer depend on, through other buffers, too.</summary>
    internal Sources StoredTo(int slot) => Dependences.Of(_walk, slot);

    /// <summary>Whether the reference also stores to a buffer what depends on no input.</summary>
    internal bool StoresConstants(ulong output) =>
        _walk.Stores.Any(store => (store.Targets.Parameters & output) != 0 && (store.Sources.ContentsOf & Inputs) == 0);

    /// <summary>Whether two buffers are never parts of one another.</summary>
    internal bool AreDisjoint(ulong parameters) =>
        !Task.Contract.OverlappingPairs.Any(pair => (parameters & SlotsOf([pair.First.Pointer])) != 0 && (parameters & SlotsOf([pair.Second.Pointer])) != 0);

    internal BufferContract? BufferAt(ulong slot) => Task.Contract.Buffers.FirstOrDefault(buffer => SlotsOf([buffer.Pointer]) == slot);

    /// <summary>Whether sources have numbers of the caller's that rounding can spoil.</summary>
    internal bool IsOfCaller(Sources sources) => sources.ContentsOf != 0 || (sources.NumbersOf & Scalars) != 0;

    private IEnumerable<int> Precisions() =>
        from item in _walk.Values
        let width = Precision.WidthInBits(item.Value.Type)
        where width > 0 && IsOfCaller(_walk.Facts[item.Value].Sources)
        select width;

    private ulong Slots(params BufferAccess[] accesses) =>
        SlotsOf(Task.Contract.Buffers.Where(buffer => accesses.Contains(buffer.Access)).Select(buffer => buffer.Pointer));

    private ulong SlotsOf(IEnumerable<Symbol> parameters) =>
        parameters.Aggregate(0UL, (slots, parameter) => slots | Sources.Slot(Task.Contract.Parameters.IndexOf(parameter)));
}

/// <summary>What stores depend on once what was stored elsewhere before is looked through.</summary>
internal static class Dependences
{
    public static Sources Of(FlowWalk walk, int slot)
    {
        var sources = walk.Stored[slot];
        for (var (seen, left) = (Sources.Slot(slot), sources.ContentsOf); (left & ~seen) != 0; left = sources.ContentsOf)
        {
            var next = System.Numerics.BitOperations.TrailingZeroCount(left & ~seen);
            seen |= Sources.Slot(next);
            sources |= walk.Stored[next];
        }

        return sources;
    }
}

/// <summary>How precise a floating type is.</summary>
internal static class Precision
{
    /// <summary>The width of a floating type or of a vector's element; 0 for all others.</summary>
    public static int WidthInBits(CType type) => type switch
    {
        CType.Floating floating => floating.WidthInBits,
        CType.Vector vector => WidthInBits(vector.Element),
        CType.Complex complex => WidthInBits(complex.Component),
        _ => 0,
    };
}
