using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

public sealed class DetectorFixtureTests
{
    private static readonly DetectionContext Context = new(
        "matmul", FrontEndForTests.Prototype("void matmul(double *A, double *B, double *C, int M, int N, int K);"));

    public static IEnumerable<object[]> Files => Fixture.In("tests/Detectors.Tests/Fixtures");

    [Theory, MemberData(nameof(Files))]
    public void MarkedLinesAndNoOthersAreReported(string path)
    {
        var fixture = Fixture.Read(path);
        var findings = DetectorSuite.Detect(FrontEndForTests.Parse(fixture.Source).Value, Context);
        Assert.Equal(fixture.Expected, fixture.Actual(findings).Distinct());
    }
}
