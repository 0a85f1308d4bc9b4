using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Native;
using BufferAccess = HpcVerify.Parser.Contracts.BufferAccess;

namespace HpcVerify.Verifier.Inputs;

/// <summary>One buffer of a call: what the contract says of it, and its bytes before the call.</summary>
public sealed record TrialBuffer(BufferContract Contract, byte[] Before);

/// <summary>The concrete inputs of one call: sizes, contents for every buffer, and the values of floating parameters.</summary>
public sealed record TrialInput(KernelTask Task, Sizes Sizes, ImmutableArray<TrialBuffer> Buffers)
{
    /// <summary>The values of the floating parameters, by name.</summary>
    public ImmutableDictionary<string, double> Scalars { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Whether every buffer is some whole pages, so that with a guard page at its end it has one at its start as well.</summary>
    public bool FillsPages => Buffers.All(buffer => buffer.Before.Length > 0 && buffer.Before.Length % CallPlan.PageSize == 0);

    /// <summary>Inputs that the contract allows, decided by the seed alone; null when none can be made.</summary>
    public static TrialInput? Generate(KernelTask task, Sizes sizes, ulong seed)
    {
        var generator = new DataGenerator(seed);
        var buffers = ImmutableArray.CreateBuilder<TrialBuffer>();
        foreach (var contract in task.Contract.Buffers)
        {
            if (new BufferContents(task.Contract, contract, sizes, generator).Generate() is not { } before)
            {
                return null;
            }

            buffers.Add(new(contract, before));
        }

        // After the buffers, so that their data do not depend on how many scalars there are.
        var scalars = task.Contract.Scalars.ToImmutableDictionary(
            scalar => scalar.Name, scalar => sizes[scalar.Name] ?? generator.Scalar((CType.Floating)scalar.Type));
        return new(task, sizes, buffers.ToImmutable()) { Scalars = scalars };
    }

    /// <summary>The same call over outputs that hold ordinary numbers, as an earlier call would have left them, instead of poison.</summary>
    public TrialInput OverNumbers(ulong seed)
    {
        var generator = new DataGenerator(seed);
        return this with { Buffers = [.. Buffers.Select(buffer => OverNumbers(buffer, generator))] };
    }

    private static TrialBuffer OverNumbers(TrialBuffer buffer, DataGenerator generator)
    {
        if (buffer.Contract.Access != BufferAccess.Write || buffer.Contract.IsZeroed)
        {
            return buffer;
        }

        var numbers = new byte[buffer.Before.Length];
        generator.Fill(buffer.Contract.Element, numbers);
        return buffer with { Before = numbers };
    }

    /// <summary>The same call on the absolute values of its floating inputs.</summary>
    public TrialInput Magnitudes() => this with
    {
        Buffers = [.. Buffers.Select(Magnitude)],
        Scalars = Scalars.ToImmutableDictionary(scalar => scalar.Key, scalar => Math.Abs(scalar.Value)),
    };

    /// <summary>The call as the driver makes it, its parameters in the entry point's order.</summary>
    public CallRequest Request(BufferLayout layout)
    {
        var arguments = Task.Contract.Parameters.Select<Symbol, Argument>(parameter => parameter.Type switch
        {
            CType.Pointer => Pass(Buffers.Single(buffer => buffer.Contract.Pointer == parameter), layout),
            CType.Floating { Kind: FloatingKind.Float } => new Argument.Single((float)Scalars[parameter.Name]),
            CType.Floating => new Argument.Double(Scalars[parameter.Name]),
            _ => new Argument.Integer(Sizes[parameter.Name] ?? 0),
        });
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
