using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Cases;

/// <summary>
/// Index arrays of shapes that chance does not draw, each within the contract's words: in its range, and in order where the
/// contract says <c>monotone</c>. An ordered array is taken for the starts of rows, any other for indices.
/// </summary>
internal static class IndexShapes
{
    private static readonly ImmutableArray<(string Name, Func<int, long, long> At)> OfIndices =
    [
        ("in order", (index, span) => index % span),
        ("in reverse", (index, span) => span - 1 - (index % span)),
        ("permuted", (index, span) => index * Coprime(span) % span),
        ("each twice", (index, span) => index / 2 % span),
        ("all the first", (_, _) => 0),
        ("all the last", (_, span) => span - 1),
    ];

    /// <summary>The share of all entries that comes before a row, of so many rows: the first has none before it, the end all.</summary>
    private static readonly ImmutableArray<(string Name, Func<int, int, long, long> At)> OfStarts =
    [
        ("equal rows", (row, rows, all) => all * row / Math.Max(1, rows)),
        ("every second row empty", (row, rows, all) => all * (row / 2) / Math.Max(1, rows / 2)),
        ("all in the first row", (row, _, all) => row == 0 ? 0 : all),
        ("all in the last row", (row, rows, all) => row < rows ? 0 : all),
        ("one long row between empty ones", (row, rows, all) => row <= rows / 2 ? 0 : all),
    ];

    /// <summary>The same call with each shape in each of its index arrays; none where the contract has no such array.</summary>
    public static IEnumerable<(TrialInput Input, string Why)> Of(TrialInput drawn)
    {
        var contract = drawn.Task.Contract;
        foreach (var buffer in drawn.Buffers.Where(buffer => SymbolicCall.IsDrawn(contract, buffer.Contract)))
        {
            var element = (CType.Integer)buffer.Contract.Element;
            var order = contract.MonotoneBuffers.Where(monotone => monotone.Pointer == buffer.Contract.Pointer).Select(monotone => monotone.Count).FirstOrDefault();
            if (BoundsOf(buffer, drawn) is not var (low, high, count) || count == 0)
            {
                continue;
            }

            var name = buffer.Contract.Pointer.Name;
            var shapes = order is null
                ? OfIndices.Select(shape => (shape.Name, At: (Func<int, long>)(index => low + shape.At(index, high - low))))
                : OfStarts.Select(shape => (shape.Name, At: (Func<int, long>)(index => low + shape.At(index, count - 1, high - 1 - low))));
            foreach (var (shape, at) in shapes)
            {
                yield return (With(drawn, buffer, element, count, at), $"'{name}': {shape}");
            }
        }
    }

    /// <summary>The range, and how many elements are in it; null where the contract names none, or not a single one.</summary>
    private static (long Low, long High, int Count)? BoundsOf(TrialBuffer buffer, TrialInput drawn)
    {
        var ranges = drawn.Task.Contract.Ranges.Where(range => range.Pointer == buffer.Contract.Pointer).ToList();
        return ranges is [var range]
            && (Number(range.Low), Number(range.High), Number(range.Count)) is ({ } low, { } high, { } count) && low < high
            ? (low, high, (int)count)
            : null;

        long? Number(Expression expression) =>
            ContractArithmetic.Integer(expression, drawn.Sizes) is { } number && number >= int.MinValue && number <= int.MaxValue ? (long)number : null;
    }

    private static TrialInput With(TrialInput drawn, TrialBuffer buffer, CType.Integer element, int count, Func<int, long> at)
    {
        var bytes = (byte[])buffer.Before.Clone();
        var width = IntegerElements.SizeInBytes(element);
        for (var index = 0; index < count; index++)
        {
            IntegerElements.Write(bytes.AsSpan(index * width), element, at(index));
        }

        return drawn with { Buffers = drawn.Buffers.Replace(buffer, buffer with { Before = bytes }) };
    }

    /// <summary>A step that comes to every index once before it repeats.</summary>
    private static long Coprime(long span)
    {
        var step = (span / 2) + 1;
        while (System.Numerics.BigInteger.GreatestCommonDivisor(step, span) != 1)
        {
            step++;
        }

        return step;
    }
}
