using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Cases;

namespace HpcVerify.Verifier.Tests.Cases;

/// <summary>A kernel is run where its own numbers begin to matter.</summary>
public sealed class OwnSizesTests
{
    private static readonly KernelTask Task = KernelTaskReader.Read(Repository.PathOf("corpus/axpy"), FrontEndForTests.Parse).Value!;

    [Theory]
    [InlineData(777)]
    [InlineData(123_456)]
    public void AThresholdIsCrossed(int threshold) => Assert.Contains(Of($"if (n > {threshold}) n /= 2;"), sizes => sizes["n"] == threshold + 1);

    [Fact]
    public void NoSizeIsDearerThanTheScoredOneOrIsTriedAnyway()
    {
        var own = Of("if (n > 2097151 || n == 4095) n--;");

        Assert.All(own, sizes => Assert.InRange(sizes["n"]!.Value, 0, Task.ScoredSizes["n"]!.Value));
        Assert.DoesNotContain(own, sizes => sizes["n"] == 4096);
    }

    [Fact]
    public void ThereAreNoneWithoutNumbers() => Assert.Empty(Of(""));

    private static ImmutableArray<Sizes> Of(string statement)
    {
        var code = $"void axpy_optimized(int n, double alpha, const double *x, double *y) {{ {statement} for (int i = 0; i < n; i++) y[i] += alpha * x[i]; }}";
        return OwnSizes.Of(Task, Lowering.Lower(FrontEndForTests.Parse(SourceText.From("kernel.c", code)).Value).Value, most: 24);
    }
}
