using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Alarms;

/// <summary>One call of random kernels: sizes, the size of the team, and the bytes of every array.</summary>
public sealed record CallInput(int Rows, int Columns, int Threads, ImmutableArray<byte[]> Contents)
{
    private static readonly (int Rows, int Columns)[] Shapes = [(1, 1), (3, 2), (2, 5), (5, 3), (4, 4), (1, 9), (7, 3), (3, 6)];

    /// <summary>The calls of one batch: contents are ordinary, or one call in six has special values and extremes.</summary>
    public static ImmutableArray<CallInput> Draw(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Draw(random))];
    }

    public int Elements => Rows * Columns;

    /// <summary>The arguments with known contents, or with a term for each element.</summary>
    public ImmutableArray<RunArgument> Arguments(TermBuilder? terms)
    {
        var arguments = ImmutableArray.CreateBuilder<RunArgument>();
        for (var index = 0; index < Frame.Buffers.Length; index++)
        {
            var buffer = Frame.Buffers[index];
            var contents = Enumerable.Range(0, Elements).Select(at => terms is null
                ? Scalar.Of(Bits(index, at))
                : Scalar.Of(terms.Input(SortOf(buffer), Name(buffer, at)), terms.Store));
            arguments.Add(new RunArgument.Buffer(buffer.Name, TypeOf(buffer), [.. contents], Frame.Alignment, false));
        }

        arguments.Add(new RunArgument.Value(Scalar.Of((ulong)Rows)));
        arguments.Add(new RunArgument.Value(Scalar.Of((ulong)Columns)));
        return arguments.ToImmutable();
    }

    /// <summary>The bits of every element by its name as a term.</summary>
    public Dictionary<string, ulong> Values()
    {
        var values = new Dictionary<string, ulong>(StringComparer.Ordinal);
        for (var index = 0; index < Frame.Buffers.Length; index++)
        {
            for (var at = 0; at < Elements; at++)
            {
                values[Name(Frame.Buffers[index], at)] = Bits(index, at);
            }
        }

        return values;
    }

    public static Sort SortOf(FrameBuffer buffer) => buffer.Letter is 'd' ? Sort.Float64 : buffer.Letter is 'f' ? Sort.Float32 : Sort.Bits(buffer.Width * 8);

    /// <summary>The bits of an element in bytes that were laid out as a buffer; a NaN is always the same one.</summary>
    public static ulong Bits(FrameBuffer buffer, ReadOnlySpan<byte> bytes, int at)
    {
        var bits = 0UL;
        for (var index = 0; index < buffer.Width; index++)
        {
            bits |= (ulong)bytes[(at * buffer.Width) + index] << (8 * index);
        }

        return buffer.Letter switch
        {
            'd' => double.IsNaN(BitConverter.UInt64BitsToDouble(bits)) ? 0x7FF8_0000_0000_0000 : bits,
            'f' => float.IsNaN(BitConverter.UInt32BitsToSingle((uint)bits)) ? 0x7FC0_0000 : bits,
            _ => bits,
        };
    }

    private ulong Bits(int buffer, int at) => Bits(Frame.Buffers[buffer], Contents[buffer], at);

    private static string Name(FrameBuffer buffer, int at) => FormattableString.Invariant($"{buffer.Name}[{at}]");

    private static CType TypeOf(FrameBuffer buffer) => buffer.Letter switch
    {
        'd' => new CType.Floating(FloatingKind.Double, 64, Qualifiers.None),
        'f' => new CType.Floating(FloatingKind.Float, 32, Qualifiers.None),
        _ => new CType.Integer(IntegerKind.Int, buffer.Width * 8, true, Qualifiers.None),
    };

    private static CallInput Draw(Random random)
    {
        var (rows, columns) = Shapes[random.Next(Shapes.Length)];
        var isSpecial = random.Next(6) == 0;
        return new(rows, columns, random.Next(1, 4), [.. Frame.Buffers.Select(buffer => Bytes(buffer, rows * columns, isSpecial, random))]);
    }

    private static byte[] Bytes(FrameBuffer buffer, int count, bool isSpecial, Random random) =>
        [.. Enumerable.Range(0, count).SelectMany(_ => BitConverter.GetBytes(Number(buffer, isSpecial && random.Next(3) == 0, random)).Take(buffer.Width))];

    private static ulong Number(FrameBuffer buffer, bool isSpecial, Random random)
    {
        double[] special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 1e300, 5e-324, -1e-310, 1e38, 1e-45];
        long[] extremes = [long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, -1, 0, 32767, -32768];
        var number = isSpecial ? special[random.Next(special.Length)] : random.Next(3) == 0 ? random.Next(-9, 10) : ((random.NextDouble() * 2) - 1) * 100;
        var whole = isSpecial ? extremes[random.Next(extremes.Length)] : random.Next(-1000, 1000);
        return buffer.Letter switch
        {
            'd' => BitConverter.DoubleToUInt64Bits(number),
            'f' => BitConverter.SingleToUInt32Bits((float)number),
            _ => (ulong)whole,
        };
    }
}
