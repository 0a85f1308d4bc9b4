using HpcVerify.TestKit;
using HpcVerify.Verifier.Tests.Native;

namespace HpcVerify.Verifier.Tests.Cases;

/// <summary>Generated programs build with gcc alone, pass right kernels and fail wrong ones.</summary>
[Collection(NativeTests.Name)]
public sealed class TestProgramTests
{
    [Theory]
    [InlineData("corpus/matmul/accept/interchanged_ikj.c")]
    [InlineData("corpus/axpy/accept/avx2_two_vectors.c")]
    [InlineData("corpus/dot", 0)]
    [InlineData("corpus/spmv_csr", 0)]
    [InlineData("corpus/histogram", 0)]
    [InlineData("corpus/stencil2d", 1)]
    [InlineData("corpus/triangular_solve", 0)]
    public void RightKernelPasses(string path, int position = -1)
    {
        var (code, output) = Run(FileAt(path, "accept", position));

        Assert.True(code == 0, output);
        Assert.StartsWith("test: passes: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus/matmul/reject/lazy_above_two_hundred_rows.c", "M=200")]
    [InlineData("corpus/matmul/reject/depth_tail_dropped.c", "case 1,")]
    [InlineData("corpus/matmul/reject/right_only_at_score_size.c", "case 1,")]
    [InlineData("corpus/matmul/reject/adds_to_what_c_holds_unless_nan.c", "should be")]
    [InlineData("corpus/dot/reject/whole_vectors_past_the_end.c", "case ")]
    [InlineData("corpus/matmul/reject/exits_successfully.c", "did not return")]
    public void WrongKernelFailsAndTheCaseIsNamed(string path, string words)
    {
        var (code, output) = Run(path);

        Assert.True(code == 1, output);
        Assert.StartsWith("test: fails: ", output, StringComparison.Ordinal);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    /// <summary>A call whose buffers overlap is a case that the wrong kernel fails, and a right one passes.</summary>
    [Fact]
    public void OverlappingBuffersThatRefuteAreACase()
    {
        const string Fixtures = "tests/Verifier.Tests/Fixtures/Bounded";
        var wrong = Fixture.Read($"{Fixtures}/refuted/overlap_of_four_loads_before_stores.c").Source;
        var suite = TestPrograms.SuiteOf("saxpy_anywhere", wrong);

        var (code, output) = TestPrograms.Run(suite, wrong);
        Assert.True(code == 1, output);
        Assert.Contains("case 1, n=4 with y = x + 1", output, StringComparison.Ordinal);
        Assert.Contains("should be", output, StringComparison.Ordinal);

        var (codeOfRight, outputOfRight) = TestPrograms.Run(suite, Fixture.Read($"{Fixtures}/proved/overlap_that_is_looked_for.c").Source);
        Assert.True(codeOfRight == 0, outputOfRight);
    }

    private static string FileAt(string path, string folder, int position) =>
        position < 0 ? path : Fixture.In($"{path}/{folder}").Select(row => (string)row[0]).Order(StringComparer.Ordinal).ElementAt(position);

    private static (int Code, string Output) Run(string path)
    {
        var kernel = Fixture.Read(path).Source;
        return TestPrograms.Run(TestPrograms.SuiteOf(path.Split('/')[1], kernel), kernel);
    }
}
