using System.Buffers.Binary;
using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Replay;

namespace HpcVerify.Verifier.Cases;

/// <summary>Inputs as the evaluator's calls, and back.</summary>
public static class CaseCall
{
    /// <summary>The arguments in the entry point's order; a buffer that holds nothing before the call is indeterminate.</summary>
    public static ImmutableArray<RunArgument> Arguments(TestCase test) =>
        test.Overlap is { } overlap ? overlap.Place.Lay(Apart(test.Input), overlap.Guest, prefersGuest: false) : Apart(test.Input);

    /// <summary>Which buffer of a call lies in which other.</summary>
    public static CaseOverlap? OverlapOf(ConcreteCall call) =>
        call.Arguments.OfType<RunArgument.Buffer>().Where(buffer => buffer.Overlap is not null).Select(buffer => new CaseOverlap(buffer.Name, buffer.Overlap!)).FirstOrDefault();

    /// <summary>The same call for compiled code, outputs poisoned; null where the contract has no inputs at its sizes.</summary>
    public static TrialInput? Input(KernelTask task, ConcreteCall call)
    {
        if (TrialInput.Generate(task, call.Sizes, 0) is not { } like)
        {
            return null;
        }

        var arguments = task.Contract.Parameters.Zip(call.Arguments).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return like with
        {
            Buffers = [.. like.Buffers.Select(buffer => buffer with { Before = Bytes((RunArgument.Buffer)arguments[buffer.Contract.Pointer.Name], buffer) })],
            Scalars = task.Contract.Scalars.ToImmutableDictionary(
                scalar => scalar.Name, scalar => KnownBits.Real(((RunArgument.Value)arguments[scalar.Name]).Scalar, scalar.Type)),
        };
    }

    private static ImmutableArray<RunArgument> Apart(TrialInput input) =>
    [
        .. input.Task.Contract.Parameters.Select<Symbol, RunArgument>(parameter => parameter.Type switch
        {
            CType.Pointer => Buffer(input.Buffers.Single(buffer => buffer.Contract.Pointer == parameter)),
            CType.Floating => new RunArgument.Value(KnownBits.Of(input.Scalars[parameter.Name], parameter.Type)),
            _ => new RunArgument.Value(KnownBits.Of(input.Sizes[parameter.Name] ?? 0, parameter.Type)),
        }),
    ];

    private static RunArgument.Buffer Buffer(TrialBuffer buffer)
    {
        var contract = buffer.Contract;
        var scalars = SymbolicCall.Scalars(buffer);
        var isEmpty = contract is { Access: BufferAccess.Write, IsZeroed: false };
        return new(
            contract.Pointer.Name, contract.Element, isEmpty ? [.. scalars.Select(_ => Scalar.Indeterminate)] : scalars,
            contract.AlignmentInBytes, contract.Access == BufferAccess.Read);
    }

    private static byte[] Bytes(RunArgument.Buffer argument, TrialBuffer buffer)
    {
        var width = ElementSize.InBytes(argument.Element);
        var bytes = (byte[])buffer.Before.Clone();
        Span<byte> all = stackalloc byte[sizeof(ulong)];
        for (var index = 0; index < argument.Contents.Length; index++)
        {
            if (argument.Contents[index].IsConcrete)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(all, argument.Contents[index].Bits);
                all[..width].CopyTo(bytes.AsSpan(index * width));
            }
        }

        return bytes;
    }
}
