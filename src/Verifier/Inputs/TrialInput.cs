using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Native;
using BufferAccess = HpcVerify.Parser.Contracts.BufferAccess;

namespace HpcVerify.Verifier.Inputs;

/// <summary>One buffer of a call: what the contract says of it, and its bytes before the call.</summary>
public sealed record TrialBuffer(BufferContract Contract, byte[] Before);

/// <summary>The concrete inputs of one call: sizes, and contents for every buffer.</summary>
public sealed record TrialInput(KernelTask Task, Sizes Sizes, ImmutableArray<TrialBuffer> Buffers)
{
    // All ones is a NaN of either floating type: an element that is never written cannot pass for a number.
    private const byte Poison = 0xFF;

    /// <summary>Inputs that the contract allows, decided by the seed alone; null when an extent cannot be computed.</summary>
    public static TrialInput? Generate(KernelTask task, Sizes sizes, ulong seed)
    {
        var generator = new DataGenerator(seed);
        var buffers = ImmutableArray.CreateBuilder<TrialBuffer>();
        foreach (var contract in task.Contract.Buffers)
        {
            if (ContractArithmetic.Integer(contract.Count, sizes) is not { } count || count < 0 || !DataGenerator.CanFill(contract.Element))
            {
                return null;
            }

            var before = new byte[checked((long)count * ElementSize.InBytes(contract.Element))];
            if (contract.Access != BufferAccess.Write)
            {
                generator.Fill(contract.Element, before);
            }
            else if (!contract.IsZeroed)
            {
                before.AsSpan().Fill(Poison);
            }

            buffers.Add(new(contract, before));
        }

        return new(task, sizes, buffers.ToImmutable());
    }

    /// <summary>The same call on the absolute values of its floating inputs.</summary>
    public TrialInput Magnitudes() => this with { Buffers = [.. Buffers.Select(Magnitude)] };

    /// <summary>The call as the driver makes it, its parameters in the entry point's order.</summary>
    public CallRequest Request(BufferLayout layout)
    {
        var arguments = Task.Contract.Parameters.Select<Symbol, Argument>(parameter => parameter.Type is CType.Pointer
            ? Pass(Buffers.Single(buffer => buffer.Contract.Pointer == parameter), layout)
            : new Argument.Integer(Sizes[parameter.Name] ?? 0));
        return new([.. arguments], Task.Prototype.Result is CType.Floating ? ReturnClass.Floating : ReturnClass.Integer);
    }

    /// <summary>The position of a buffer among the entry point's parameters.</summary>
    public int ArgumentOf(TrialBuffer buffer) => Task.Contract.Parameters.IndexOf(buffer.Contract.Pointer);

    /// <summary>The buffers in which the call leaves its answer.</summary>
    public IEnumerable<TrialBuffer> Outputs => Buffers.Where(buffer => buffer.Contract.Access != BufferAccess.Read);

    private static Argument.Buffer Pass(TrialBuffer buffer, BufferLayout layout) => new(
        buffer.Before.Length,
        buffer.Contract.Access == BufferAccess.Read ? Native.BufferAccess.Input : Native.BufferAccess.Output,
        buffer.Contract.AlignmentInBytes,
        layout,
        bytes => buffer.Before.CopyTo(bytes));

    private static TrialBuffer Magnitude(TrialBuffer buffer)
    {
        if (buffer.Contract.Access == BufferAccess.Write)
        {
            return buffer;
        }

        var copy = (byte[])buffer.Before.Clone();
        if (buffer.Contract.Element is CType.Floating { Kind: FloatingKind.Double })
        {
            foreach (ref var value in MemoryMarshal.Cast<byte, double>(copy.AsSpan()))
            {
                value = Math.Abs(value);
            }
        }
        else if (buffer.Contract.Element is CType.Floating { Kind: FloatingKind.Float })
        {
            foreach (ref var value in MemoryMarshal.Cast<byte, float>(copy.AsSpan()))
            {
                value = Math.Abs(value);
            }
        }

        return buffer with { Before = copy };
    }
}
