using HpcVerify.Trainer.Model;

namespace HpcVerify.Trainer.Tests.Model;

public sealed class OpenBlasTests
{
    [Fact]
    public void LibraryIsFound() => Assert.Null(OpenBlas.WhyMissing());

    [Fact]
    public void LibraryThatIsNotThereIsMissedInASentence() =>
        Assert.Equal(
            "OpenBLAS was not found, searched: /nowhere/libopenblas.so; install it with 'apt-get install libopenblas0' or name the file in HPCVERIFY_LIBOPENBLAS",
            OpenBlas.WhyMissing("/nowhere/libopenblas.so"));

    [Theory]
    [InlineData(2, 3, 4, 3)]
    [InlineData(3, 2, 3, 3)]
    [InlineData(2, 3, 3, 3)]
    public void ProductsOfMatricesThatDoNotFitAreRefused(int rows, int depth, int otherDepth, int intoRows) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OpenBlas.Multiply(new(new float[rows * depth], rows, depth), new(new float[otherDepth * 5], otherDepth, 5), new(new float[intoRows * 5], intoRows, 5)));

    [Theory]
    [InlineData(3, 4, 4, 11)]
    [InlineData(3, 4, 6, 15)]
    [InlineData(3, 4, 3, 100)]
    public void MatricesLargerThanTheirMemoryAreRefused(int rows, int columns, int stride, int room) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = new Matrix(new float[room], rows, columns, stride).Rows; });

    /// <summary>Both factors as they lie and turned round, a part of a larger matrix, and sums kept.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void ProductsAreProducts(bool isLeftTurned, bool isRightTurned)
    {
        const int Rows = 5, Depth = 7, Columns = 6, Stride = 9;
        var random = new Rng(4);
        var (left, right, into) = (TinyModels.Floats(random, 100), TinyModels.Floats(random, 100), TinyModels.Floats(random, 100));
        var before = into.ToArray();
        OpenBlas.Load();
        OpenBlas.Multiply(
            isLeftTurned ? new Matrix(left, Depth, Rows, Stride).Transposed : new(left, Rows, Depth, Stride),
            isRightTurned ? new Matrix(right, Columns, Depth, Stride).Transposed : new(right, Depth, Columns, Stride),
            new(into, Rows, Columns, Stride), 0.5f, keep: 2);

        for (var index = 0; index < into.Length; index++)
        {
            var (row, column) = (index / Stride, index % Stride);
            if (row >= Rows || column >= Columns)
            {
                Assert.Equal(before[index], into[index]);
                continue;
            }

            var product = Enumerable.Range(0, Depth).Sum(k =>
                (double)left[isLeftTurned ? (k * Stride) + row : (row * Stride) + k] * right[isRightTurned ? (column * Stride) + k : (k * Stride) + column]);
            TinyModels.Close((0.5 * product) + (2 * before[index]), into[index], 1e-5, $"({row}, {column})");
        }
    }
}
