using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>
/// Keys and values of some consecutive positions, layer by layer and head by head. Sixteen positions lie side by side for keys, so that scores
/// come out in lanes; sixteen numbers of a head lie side by side for values, so that sums over positions do.
/// </summary>
/// <param name="positions">For how many positions there is room.</param>
internal sealed class KeyValueCache(ModelShape shape, int positions)
{
    private const int Lanes = 16;

    private readonly int _capacity = PackedMatrix.RoundUp(Math.Max(positions, 1), Lanes);
    private readonly float[] _keys = new float[SizeOf(shape, positions)];
    private readonly float[] _values = new float[SizeOf(shape, positions)];

    /// <summary>How many positions are complete in all layers.</summary>
    public int Count { get; set; }

    /// <summary>Room that <see cref="Scores"/> needs for some positions.</summary>
    public static int ScoresFor(int positions) => PackedMatrix.RoundUp(positions, Lanes) + Lanes;

    /// <summary>Takes in the keys and values of all heads at a position.</summary>
    public void Write(int layer, int position, ReadOnlySpan<float> keys, ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, _capacity);
        for (var head = 0; head < shape.Heads; head++)
        {
            var begin = Begin(layer, head);
            for (var index = 0; index < shape.HeadWidth; index++)
            {
                var from = (head * shape.HeadWidth) + index;
                _keys[begin + (position / Lanes * Lanes * shape.HeadWidth) + (index * Lanes) + (position % Lanes)] = keys[from];
                _values[begin + (index / Lanes * Lanes * _capacity) + (position * Lanes) + (index % Lanes)] = values[from];
            }
        }
    }

    /// <summary>The products of a query with the keys of the first <paramref name="count"/> positions.</summary>
    /// <param name="scores">Receives them; what follows, up to a multiple of 16, is overwritten too.</param>
    public void Scores(int layer, int head, ReadOnlySpan<float> query, int count, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _capacity);
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, PackedMatrix.RoundUp(count, Lanes));
        ref var keys = ref _keys[Begin(layer, head)];
        ref var into = ref MemoryMarshal.GetReference(scores);
        var block = 0;
        for (; block + (3 * Lanes) < count; block += 4 * Lanes)
        {
            FourBlocks(query, ref Unsafe.Add(ref keys, block * query.Length), ref Unsafe.Add(ref into, block));
        }

        for (; block < count; block += Lanes)
        {
            OneBlock(query, ref Unsafe.Add(ref keys, block * query.Length)).StoreUnsafe(ref into, (nuint)block);
        }
    }

    /// <summary>Adds the values of the first <paramref name="probabilities"/> positions, each times its probability.</summary>
    public void AddValues(int layer, int head, ReadOnlySpan<float> probabilities, Span<float> output)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probabilities.Length, _capacity);
        var count = probabilities.Length;
        for (var chunk = 0; chunk < output.Length; chunk += Lanes)
        {
            ref var values = ref _values[Begin(layer, head) + (chunk * _capacity)];
            Vector512<float> a = default, b = default, c = default, d = default;
            var position = 0;
            for (; position + 4 <= count; position += 4)
            {
                a = Add(a, probabilities[position], ref values, position);
                b = Add(b, probabilities[position + 1], ref values, position + 1);
                c = Add(c, probabilities[position + 2], ref values, position + 2);
                d = Add(d, probabilities[position + 3], ref values, position + 3);
            }

            for (; position < count; position++)
            {
                a = Add(a, probabilities[position], ref values, position);
            }

            var place = output.Slice(chunk, Lanes);
            (Vector512.Create<float>(place) + (a + b + (c + d))).CopyTo(place);
        }
    }

    /// <summary>The same sums, four blocks side by side, so that one chain of additions does not wait for another.</summary>
    private static void FourBlocks(ReadOnlySpan<float> query, ref float keys, ref float into)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        var size = query.Length * Lanes;
        for (var index = 0; index < query.Length; index++)
        {
            var factor = Vector512.Create(query[index]);
            ref var column = ref Unsafe.Add(ref keys, index * Lanes);
            a = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref column), a);
            b = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref column, (nuint)size), b);
            c = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref column, (nuint)(2 * size)), c);
            d = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref column, (nuint)(3 * size)), d);
        }

        a.StoreUnsafe(ref into);
        b.StoreUnsafe(ref into, Lanes);
        c.StoreUnsafe(ref into, 2 * Lanes);
        d.StoreUnsafe(ref into, 3 * Lanes);
    }

    private static Vector512<float> OneBlock(ReadOnlySpan<float> query, ref float keys)
    {
        var sum = Vector512<float>.Zero;
        for (var index = 0; index < query.Length; index++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(query[index]), Vector512.LoadUnsafe(ref keys, (nuint)(index * Lanes)), sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> sum, float probability, ref float values, int position) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(probability), Vector512.LoadUnsafe(ref values, (nuint)(position * Lanes)), sum);

    private static int SizeOf(ModelShape shape, int positions) => checked(PackedMatrix.RoundUp(Math.Max(positions, 1), Lanes) * shape.Width * shape.Layers);

    private int Begin(int layer, int head) => ((layer * shape.Heads) + head) * shape.HeadWidth * _capacity;
}
