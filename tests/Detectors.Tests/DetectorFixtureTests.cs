using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

public sealed class DetectorFixtureTests
{
    private const string Folder = "tests/Detectors.Tests/Fixtures";
    private const string TaskMark = "// task: ";

    /// <summary>How many ways to break a rule, and how many honest look-alikes, its fixtures show at least.</summary>
    private const int FewestPlaces = 3;

    /// <summary>Rules that no kernel's own text breaks, and where their tests are.</summary>
    private static readonly string[] WithoutFixtures =
    [
        "HV1201", "HV1202", "HV1203", "HV1204", // contracts, specifications and command lines: Parser.Tests, Cli.Tests
        "HV1301", // the stage a kernel is judged in: StageTests
    ];

    private static readonly DetectionContext WithoutTask = new(
        "matmul", FrontEndForTests.Prototype("void matmul(double *A, double *B, double *C, int M, int N, int K);"));

    public static IEnumerable<object[]> Files => Fixture.In(Folder);

    [Theory, MemberData(nameof(Files))]
    public void MarkedLinesAndNoOthersAreReported(string path)
    {
        var fixture = Fixture.Read(path);
        var (tree, messages) = FrontEndForTests.Parse(fixture.Source);
        var findings = DetectorSuite.Detect(tree, ContextOf(fixture.Source))
            .Concat(messages.Where(message => message.Rule.Id.StartsWith("HV7", StringComparison.Ordinal)))
            .Concat(PreprocessorAudit.Inspect(fixture.Source));
        Assert.Equal(fixture.Expected, fixture.Actual(findings).Distinct());
    }

    public static TheoryData<string> Rules =>
    [
        .. Rule.DeclaredIn(typeof(Rule).Assembly, typeof(Detector).Assembly)
            .Select(rule => rule.Id)
            .Where(id => (id.StartsWith("HV1", StringComparison.Ordinal) || id.StartsWith("HV7", StringComparison.Ordinal)) && !WithoutFixtures.Contains(id)),
    ];

    [Theory, MemberData(nameof(Rules))]
    public void RuleIsShownBrokenAndKept(string rule)
    {
        var fixtures = Files.Select(row => Fixture.Read((string)row[0])).ToList();
        var places = fixtures.Sum(fixture => fixture.Expected.Count(mark => mark.EndsWith(rule, StringComparison.Ordinal)));
        var lookalikes = fixtures.Sum(fixture => fixture.Lookalikes.Count(mark => mark.EndsWith(rule, StringComparison.Ordinal)));

        Assert.True(places >= FewestPlaces, $"{rule} is broken at {places} places of the fixtures (//~ {rule})");
        Assert.True(lookalikes >= FewestPlaces, $"{rule} has {lookalikes} honest look-alikes in the fixtures (//= {rule})");
    }

    /// <summary>The task that a fixture's first line names: one of the corpus, or one that is there for fixtures.</summary>
    private static DetectionContext ContextOf(SourceText source)
    {
        if (!source.Code.StartsWith(TaskMark, StringComparison.Ordinal))
        {
            return WithoutTask;
        }

        var name = source.Code[TaskMark.Length..source.Code.IndexOf('\n', StringComparison.Ordinal)];
        string[] folders = [Repository.PathOf($"corpus/{name}"), Repository.PathOf($"tests/Detectors.Tests/Tasks/{name}")];
        var (task, findings) = KernelTaskReader.Read(folders.First(Directory.Exists), FrontEndForTests.Parse);
        Assert.True(task is not null, string.Join("; ", findings.Select(finding => finding.Message)));
        return DetectionContext.Of(task);
    }
}
