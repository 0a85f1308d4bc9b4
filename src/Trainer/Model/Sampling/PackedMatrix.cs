using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>
/// A matrix in panels of 64 columns, for products with few rows. Every number of a product is one chain of fused multiply-adds over the depth,
/// in order: it is the same whatever other rows there are, which no BLAS promises.
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>Rows that a product is made of at once; buffers hold a multiple of it.</summary>
    public const int RowsAtOnce = 4;

    private const int Lanes = 16, PanelWidth = 4 * Lanes;

    private readonly float[] _panels;

    public PackedMatrix(Matrix matrix)
    {
        Depth = matrix.Rows;
        Columns = RoundUp(matrix.Columns, PanelWidth);
        _panels = new float[Depth * Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                var value = matrix.IsTransposed ? matrix.Values[(column * matrix.Stride) + row] : matrix.Values[(row * matrix.Stride) + column];
                _panels[(column / PanelWidth * PanelWidth * Depth) + (row * PanelWidth) + (column % PanelWidth)] = value;
            }
        }
    }

    public int Depth { get; }

    /// <summary>Columns of a product: those of the matrix, and zeros up to a multiple of 64.</summary>
    public int Columns { get; }

    public static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;

    /// <summary><c>output = input · this</c>, both row by row and as wide as depth and columns say.</summary>
    /// <param name="rows">A multiple of <see cref="RowsAtOnce"/>.</param>
    public void Multiply(ReadOnlySpan<float> input, Span<float> output, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % RowsAtOnce, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, rows * Depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, rows * Columns);
        for (var column = 0; column < Columns; column += PanelWidth)
        {
            ref var panel = ref _panels[column * Depth];
            for (var row = 0; row < rows; row += RowsAtOnce)
            {
                FourRows(
                    ref panel, ref Unsafe.Add(ref MemoryMarshal.GetReference(input), row * Depth),
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(output), (row * Columns) + column));
            }
        }
    }

    /// <summary>Sixteen sums of sixteen lanes stay in registers over the whole depth. The caller has checked the bounds.</summary>
    private void FourRows(ref float panel, ref float input, ref float output)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        var depth = Depth;
        for (var k = 0; k < depth; k++)
        {
            var w0 = Vector512.LoadUnsafe(ref panel);
            var w1 = Vector512.LoadUnsafe(ref panel, Lanes);
            var w2 = Vector512.LoadUnsafe(ref panel, 2 * Lanes);
            var w3 = Vector512.LoadUnsafe(ref panel, 3 * Lanes);
            panel = ref Unsafe.Add(ref panel, PanelWidth);

            var x = Vector512.Create(Unsafe.Add(ref input, k));
            (a0, a1) = (Vector512.FusedMultiplyAdd(x, w0, a0), Vector512.FusedMultiplyAdd(x, w1, a1));
            (a2, a3) = (Vector512.FusedMultiplyAdd(x, w2, a2), Vector512.FusedMultiplyAdd(x, w3, a3));
            x = Vector512.Create(Unsafe.Add(ref input, depth + k));
            (b0, b1) = (Vector512.FusedMultiplyAdd(x, w0, b0), Vector512.FusedMultiplyAdd(x, w1, b1));
            (b2, b3) = (Vector512.FusedMultiplyAdd(x, w2, b2), Vector512.FusedMultiplyAdd(x, w3, b3));
            x = Vector512.Create(Unsafe.Add(ref input, (2 * depth) + k));
            (c0, c1) = (Vector512.FusedMultiplyAdd(x, w0, c0), Vector512.FusedMultiplyAdd(x, w1, c1));
            (c2, c3) = (Vector512.FusedMultiplyAdd(x, w2, c2), Vector512.FusedMultiplyAdd(x, w3, c3));
            x = Vector512.Create(Unsafe.Add(ref input, (3 * depth) + k));
            (d0, d1) = (Vector512.FusedMultiplyAdd(x, w0, d0), Vector512.FusedMultiplyAdd(x, w1, d1));
            (d2, d3) = (Vector512.FusedMultiplyAdd(x, w2, d2), Vector512.FusedMultiplyAdd(x, w3, d3));
        }

        Store(ref output, a0, a1, a2, a3);
        Store(ref Unsafe.Add(ref output, Columns), b0, b1, b2, b3);
        Store(ref Unsafe.Add(ref output, 2 * Columns), c0, c1, c2, c3);
        Store(ref Unsafe.Add(ref output, 3 * Columns), d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float to, Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth)
    {
        first.StoreUnsafe(ref to);
        second.StoreUnsafe(ref to, Lanes);
        third.StoreUnsafe(ref to, 2 * Lanes);
        fourth.StoreUnsafe(ref to, 3 * Lanes);
    }
}
