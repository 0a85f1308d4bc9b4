using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Cases;

/// <summary>
/// Data of special values. They refute legal reassociation, so that they judge only kernels that are proved equal bit by bit
/// (SOUNDNESS 10). Buffers whose values the contract restricts stay as drawn.
/// </summary>
internal static class SpecialValues
{
    /// <summary>Every so many elements one is special, among ordinary ones.</summary>
    private const int Stride = 3;

    private static readonly ImmutableArray<(string Name, Func<int, double> Double, Func<int, float> Float)> Kinds =
    [
        ("NaN", _ => double.NaN, _ => float.NaN),
        ("infinities of both signs", at => Signed(double.PositiveInfinity, at), at => Signed(float.PositiveInfinity, at)),
        ("zeros of both signs", at => Signed(0.0, at), at => Signed(0.0f, at)),
        ("subnormal numbers", at => Signed(double.Epsilon * (1 + at), at), at => Signed(float.Epsilon * (1 + at), at)),
        ("huge numbers", at => Signed(double.MaxValue / (1 + (at % 4)), at), at => Signed(float.MaxValue / (1 + (at % 4)), at)),
        ("numbers that cancel", at => Signed(1e16 + (at % 2), at), at => Signed(1e8f + (at % 2), at)),
    ];

    /// <summary>The same call with each kind among its numbers, and with nothing but that kind.</summary>
    public static IEnumerable<(TrialInput Input, string Why)> Of(TrialInput drawn) =>
        from kind in Kinds
        from stride in new[] { Stride, 1 }
        let buffers = drawn.Buffers.Select(buffer => With(buffer, drawn.Task.Contract, kind.Double, kind.Float, stride)).ToImmutableArray()
        where !buffers.SequenceEqual(drawn.Buffers)
        select (drawn with { Buffers = buffers }, stride == 1 ? $"{kind.Name} alone" : $"{kind.Name} among others");

    private static TrialBuffer With(TrialBuffer buffer, Contract contract, Func<int, double> special, Func<int, float> specialFloat, int stride)
    {
        if (!PlainData.IsOpen(buffer.Contract, contract) || buffer.Before.Length == 0)
        {
            return buffer;
        }

        var bytes = (byte[])buffer.Before.Clone();
        if (buffer.Contract.Element is CType.Floating { Kind: FloatingKind.Float })
        {
            Replace(MemoryMarshal.Cast<byte, float>(bytes.AsSpan()), specialFloat, stride);
        }
        else
        {
            Replace(MemoryMarshal.Cast<byte, double>(bytes.AsSpan()), special, stride);
        }

        return buffer with { Before = bytes };
    }

    private static void Replace<T>(Span<T> elements, Func<int, T> special, int stride)
    {
        for (var index = 0; index < elements.Length; index += stride)
        {
            elements[index] = special(index / stride);
        }
    }

    private static double Signed(double number, int at) => at % 2 == 0 ? number : -number;

    private static float Signed(float number, int at) => at % 2 == 0 ? number : -number;
}
