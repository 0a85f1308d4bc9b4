using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The objects of a run. Every access is checked: lifetime, bounds, constness, and whether anything is there.</summary>
internal sealed class Memory
{
    private readonly List<MemoryObject?> _objects = [null];

    public int Count => _objects.Count;

    /// <summary>All that were made; the first, which null points to, is none.</summary>
    public IReadOnlyList<MemoryObject?> Objects => _objects;

    public MemoryObject Allocate(string name, long size, int alignment)
    {
        var made = new MemoryObject(_objects.Count, name, size, alignment);
        _objects.Add(made);
        return made;
    }

    /// <summary>Another number for an object, which tells pointers to it apart by where they come from.</summary>
    public int NumberAgain(MemoryObject made)
    {
        _objects.Add(made);
        return _objects.Count - 1;
    }

    /// <summary>Whether two addresses are of one object, whatever numbers they have for it.</summary>
    public bool AreInOneObject(Address first, Address second) =>
        first.Object == second.Object || (!first.IsNull && !second.IsNull && this[first.Object] == this[second.Object]);

    public MemoryObject this[int id] => _objects[id]!;

    /// <summary>What lies at an address; what was never stored is a violation where a value is wanted.</summary>
    public Scalar Load(Address address, int width, TextSpan span)
    {
        var value = LoadRaw(address, width, span);
        return value.IsIndeterminate ? throw Machine.Missing(value, Describe(address), span) : value;
    }

    /// <summary>The same for copies of whole objects, which may have parts that hold nothing.</summary>
    public Scalar LoadRaw(Address address, int width, TextSpan span) =>
        Reach(address, width, span).Load(address.Offset, width)
        ?? throw new RunEnded(new RunOutcome.Unsupported("part of a symbolic value", span));

    /// <summary>The live object that holds all bytes of a store and may be stored to.</summary>
    public MemoryObject ReachToWrite(Address address, long width, TextSpan span)
    {
        var target = Reach(address, width, span);
        return target.IsReadOnly
            ? throw Stop(Violation.WriteToConstant, $"{Describe(address)} may not be written", span)
            : target;
    }

    /// <summary>The live object that holds all bytes of an access.</summary>
    public MemoryObject Reach(Address address, long width, TextSpan span)
    {
        if (address.IsNull || address.Object >= _objects.Count)
        {
            throw Stop(Violation.NullPointer, "a null pointer is followed", span);
        }

        var target = this[address.Object];
        if (!target.IsLive)
        {
            throw Stop(Violation.DeadObject, $"'{target.Name}' is used after its lifetime", span);
        }

        return address.Offset >= 0 && address.Offset + width <= target.Size
            ? target
            : throw Stop(Violation.OutOfBounds, FormattableString.Invariant($"bytes {address.Offset} to {address.Offset + width} of '{target.Name}', which has {target.Size}"), span);
    }

    private string Describe(Address address) => FormattableString.Invariant($"'{this[address.Object].Name}' at byte {address.Offset}");

    private static RunEnded Stop(Violation kind, string what, TextSpan span) => new(new RunOutcome.Violated(kind, what, span));
}
