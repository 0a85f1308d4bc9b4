using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Tests.Inputs;

/// <summary>Generated inputs keep every word of the contract.</summary>
public sealed class TrialInputTests
{
    private static readonly KernelTask Task = WrittenTask.Read(
        """
        #include <hpcverify.h>

        void sparse(int n, int nnz, double alpha, float beta, const int *row, const unsigned char *column, const double *value, const float *scale, double *y);

        void sparse_contract(int n, int nnz, double alpha, float beta, const int *row, const unsigned char *column, const double *value, const float *scale, double *y)
        {
            (void)alpha;
            (void)beta;
            requires(n >= 0 && nnz >= 0);
            readable(row, (long)n + 1);
            in_range(row, (long)n + 1, 0, (long)nnz + 1);
            monotone(row, (long)n + 1);
            readable(column, nnz);
            in_range(column, nnz, 0, n);
            readable(value, nnz);
            in_range(value, nnz / 2, 2, 2.5);
            readable(scale, n);
            in_range(scale, n, -1.0 / 4, 0);
            monotone(scale, n);
            writes(y, n);
        }

        void sparse_reference(int n, int nnz, double alpha, float beta, const int *row, const unsigned char *column, const double *value, const float *scale, double *y)
        {
            (void)nnz;
            for (int i = 0; i < n; i++) {
                y[i] = 0;
                for (int k = row[i]; k < row[i + 1]; k++)
                    y[i] += alpha * beta * scale[i] * value[k] * column[k];
            }
        }
        """,
        """
        { "name": "sparse", "entry": "sparse", "title": "t", "metric": "gflops", "flops": "nnz", "score": { "n": 9, "nnz": 9 }, "test": [] }
        """).Value ?? throw new InvalidOperationException("sparse");

    [Theory]
    [InlineData(50, 1000)]
    [InlineData(50, 3)]
    [InlineData(1, 7)]
    [InlineData(9, 0)]
    public void SortedIntegersSpanTheirRange(int n, int nnz)
    {
        var rows = MemoryMarshal.Cast<byte, int>(At(n, nnz)!.Buffers[0].Before).ToArray();

        Assert.Equal((0, nnz), (rows[0], rows[n]));
        Assert.Equal(rows.Order(), rows);
    }

    [Fact]
    public void OneSortedIntegerIsTheLowEndOfItsRange() => Assert.Equal(0, BitConverter.ToInt32(At(0, 0)!.Buffers[0].Before));

    [Fact]
    public void IntegersFillTheirRange()
    {
        var columns = At(5, 1000)!.Buffers[1].Before;

        Assert.Equal(new byte[] { 0, 1, 2, 3, 4 }, columns.Distinct().Order());
    }

    [Fact]
    public void NoDataKeepAnEmptyRange() => Assert.Null(At(0, 1));

    [Fact]
    public void NoDataKeepARangeThatTheTypeCannotHold() => Assert.Null(At(1000, 1));

    [Fact]
    public void FractionsBoundTheFirstElementsOfAFloatingBuffer()
    {
        var values = MemoryMarshal.Cast<byte, double>(At(5, 1000)!.Buffers[2].Before).ToArray();

        Assert.All(values[..500], value => Assert.InRange(value, 2, Math.BitDecrement(2.5)));
        Assert.All(values[500..], value => Assert.InRange(value, -1, 1));
        Assert.True(values[..500].Count(value => (double)(float)value != value) > 490);
    }

    [Fact]
    public void FloatsAreRangedAndSorted()
    {
        var scales = MemoryMarshal.Cast<byte, float>(At(200, 0)!.Buffers[3].Before).ToArray();

        Assert.All(scales, scale => Assert.InRange(scale, -0.25f, MathF.BitDecrement(0)));
        Assert.Equal(scales.Order(), scales);
    }

    [Fact]
    public void FloatingParametersArePassedInTheirOwnSlots()
    {
        var input = At(5, 5)!;
        var arguments = input.Request(BufferLayout.EndsAtGuard).Arguments;

        Assert.Equal(input.Scalars["alpha"], Assert.IsType<Argument.Double>(arguments[2]).Value);
        Assert.Equal(input.Scalars["beta"], Assert.IsType<Argument.Single>(arguments[3]).Value);
        Assert.All(input.Scalars.Values, value => Assert.InRange(value, -1, 1));
    }

    [Fact]
    public void SizesCanFixAFloatingParameter()
    {
        var sizes = Sizes.Of(new Dictionary<string, long> { ["n"] = 1, ["nnz"] = 1, ["alpha"] = -1 });

        Assert.Equal(-1, TrialInput.Generate(Task, sizes, 1)!.Scalars["alpha"]);
    }

    [Fact]
    public void MagnitudesAreAbsoluteValuesOfEverythingThatFloats()
    {
        var input = At(50, 50)!.Magnitudes();

        Assert.All(input.Scalars.Values, value => Assert.InRange(value, 0, 1));
        Assert.All(MemoryMarshal.Cast<byte, float>(input.Buffers[3].Before).ToArray(), scale => Assert.InRange(scale, 0, 0.25f));
        Assert.Equal(At(50, 50)!.Buffers[0].Before, input.Buffers[0].Before);
    }

    private static TrialInput? At(int n, int nnz) =>
        TrialInput.Generate(Task, Sizes.Of(new Dictionary<string, long> { ["n"] = n, ["nnz"] = nnz }), 1);
}
