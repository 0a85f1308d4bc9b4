using System.Security.Cryptography;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Cli.Reports;

/// <summary>Turns witnesses into documents.</summary>
internal static class WitnessWriter
{
    private const int NameDigits = 8;

    /// <param name="file">The bytes of the kernel's file, from which the kernel was taken.</param>
    public static WitnessDocument Of(Witness witness, string path, ReadOnlySpan<byte> file)
    {
        var found = witness.Counterexample;
        var (call, start) = (found.Call, witness.Kernel.PositionOf(found.Span.Start));
        return new(
            WitnessDocument.CurrentSchema,
            witness.Task.Name,
            new(path, Digest(file)),
            new(
                call.Sizes.Values, call.Options.Threads, call.Options.IsReversed, call.Options.Calls, call.Options.Steps,
                [.. witness.Task.Contract.Parameters.Zip(call.Arguments, Argument)], call.Options.IsPlacedBackwards),
            new(
                ClaimText.Name(witness.Property), found.Kind?.ToString(), found.What, start.Line, start.Column, found.Thread,
                Counters(found.Indices), found.Element?.Name, found.Element?.Expected, found.Element?.Actual, found.Lane));
    }

    public static string Digest(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    public static string FileName(WitnessDocument document) => StemOf(document.Task, document.Kernel) + ".json";

    /// <summary>The name of a file about a kernel: task, kernel, and enough of the digest to keep namesakes apart.</summary>
    public static string StemOf(string task, KernelFileEntry kernel) =>
        $"{task}-{PlainName.Of(kernel.Path)}-{kernel.Sha256[..NameDigits]}";

    public static Dictionary<string, long> Counters(IEnumerable<Verifier.Verdicts.LoopIndex> indices) =>
        indices.GroupBy(index => index.Name).ToDictionary(group => group.Key, group => group.Last().Value);

    public static WitnessArgumentEntry Argument(Symbol parameter, RunArgument argument) => argument is RunArgument.Buffer buffer
        ? new(parameter.Name, CTypePrinter.Print(buffer.Element), true, buffer.Contents.Length, Reals(buffer.Element, buffer.Contents), Integers(buffer.Element, buffer.Contents), buffer.Overlap is { } overlap ? new(overlap.Host, overlap.Shift) : null)
        : Value(parameter.Name, parameter.Type, ((RunArgument.Value)argument).Scalar);

    public static WitnessArgumentEntry Value(string name, CType type, Scalar scalar) =>
        new(name, CTypePrinter.Print(type), false, 1, Reals(type, [scalar]), Integers(type, [scalar]));

    private static List<double>? Reals(CType type, IReadOnlyCollection<Scalar> scalars) =>
        type is CType.Floating && scalars.All(scalar => scalar.IsConcrete) ? [.. scalars.Select(scalar => KnownBits.Real(scalar, type))] : null;

    private static List<long>? Integers(CType type, IReadOnlyCollection<Scalar> scalars) =>
        type is not CType.Floating && scalars.All(scalar => scalar.IsConcrete) ? [.. scalars.Select(scalar => KnownBits.Integer(scalar, type))] : null;
}
