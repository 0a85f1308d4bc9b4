using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

/// <summary>Table I, and what it says of a kernel that uses all five techniques.</summary>
public sealed class StageTests
{
    private const string UsesAllFive = "tests/Detectors.Tests/Labelled/plain/fig09_collapsed_tiles.c";

    private static readonly DetectionContext Context = new(
        "kernel", FrontEndForTests.Prototype("void kernel(double *A, double *B, double *C, int M, int N, int K);"));

    [Theory]
    [InlineData(1, "openmp-threads prefetch simd")]
    [InlineData(2, "openmp-threads prefetch simd")]
    [InlineData(3, "openmp-threads prefetch")]
    [InlineData(4, "prefetch")]
    [InlineData(5, "")]
    [InlineData(6, "")]
    public void StageForbidsWhatTableOneSays(int number, string forbidden)
    {
        var stage = Stage.All.Single(candidate => candidate.Number == number);

        Assert.Equal(forbidden, string.Join(' ', stage.Forbidden.Order(StringComparer.Ordinal)));
        Assert.Equal(
            forbidden.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(technique => $"stage {number} does not allow {technique}"),
            Violations(stage).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WithoutAStageEveryTechniqueIsAllowed() => Assert.Empty(Violations(null));

    private static IEnumerable<string> Violations(Stage? stage)
    {
        var source = SourceText.FromBytes(UsesAllFive, File.ReadAllBytes(Repository.PathOf(UsesAllFive)));
        return DetectorSuite.Detect(FrontEndForTests.Parse(source).Value, Context with { Stage = stage })
            .Where(finding => finding.Rule.Id == "HV1301").Select(finding => finding.Message);
    }
}
