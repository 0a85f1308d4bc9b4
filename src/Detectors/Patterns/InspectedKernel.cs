using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Patterns;

/// <summary>A kernel as bug patterns are looked for in it: its nest, what it does to memory, and what its callers promise.</summary>
public sealed class InspectedKernel
{
    private readonly Lazy<ImmutableArray<MemoryUse>> _uses;
    private readonly Lazy<ImmutableArray<SharedWrite>> _sharedWrites;
    private readonly Dictionary<Polynomial, ImmutableArray<object>> _bases = [];
    private readonly Dictionary<Polynomial, PromisedBuffer?> _buffers = [];

    public InspectedKernel(KernelNest nest, Contract? contract)
    {
        Nest = nest;
        Callers = contract is null ? null : CallerPromises.Of(contract, nest);
        _uses = new(() => [.. MemoryUse.In(nest)]);
        _sharedWrites = new(() => [.. SharedWrite.In(this)]);
    }

    public KernelNest Nest { get; }

    /// <summary>What the contract says; null where there is none, or where it is one of other parameters.</summary>
    public CallerPromises? Callers { get; }

    /// <summary>Every place that reads or writes memory, in order.</summary>
    public ImmutableArray<MemoryUse> Uses => _uses.Value;

    /// <summary>What the threads of a team write to without any order.</summary>
    internal ImmutableArray<SharedWrite> SharedWrites => _sharedWrites.Value;

    /// <summary>The arrays, pointers and allocations that an address leads to.</summary>
    public ImmutableArray<object> BasesOf(Polynomial address)
    {
        if (!_bases.TryGetValue(address, out var bases))
        {
            _bases[address] = bases = [.. Pointers.BasesOf(Nest, address)];
        }

        return bases;
    }

    /// <summary>The one pointer parameter that an address comes from; null when it comes from none, or from several.</summary>
    public Variable? ParameterOf(Polynomial address) =>
        BasesOf(address).OfType<Variable>().Where(Nest.Entry.Parameters.Contains).Distinct().ToList() is [var only] ? only : null;

    /// <summary>What the contract says of the one buffer that an address leads to; null where it says nothing, or is not asked.</summary>
    public PromisedBuffer? BufferOf(Polynomial address)
    {
        if (!_buffers.TryGetValue(address, out var buffer))
        {
            _buffers[address] = buffer = Callers is not null && ParameterOf(address) is { } parameter ? Callers.BufferOf(parameter) : null;
        }

        return buffer;
    }

    /// <summary>Whether a value, or anything it is made from, has a node of a kind.</summary>
    public bool ComesFrom(Value value, Func<object, bool> isSought) => Nest.Behind(value).Any(isSought);

    /// <summary>The same of an address or another sum.</summary>
    public bool ComesFrom(Polynomial sum, Func<object, bool> isSought) => sum.Atoms.Select(Nest.Algebra.AtomOf).Any(atom => atom switch
    {
        Variable variable => isSought(new Place.Named(variable, variable.Type, default))
            || Nest.DefinitionsOf(variable).Any(definition => definition.Value is null ? isSought(definition) : ComesFrom(definition.Value, isSought)),
        Value value => ComesFrom(value, isSought),
        _ => false,
    });

    /// <summary>A sum in the words of the kernel: <c>4*i + n</c>.</summary>
    public string Text(Polynomial sum) => SumText.Of(sum, Nest.Algebra);
}
