using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Scoring;

/// <summary>The traps of the front end, through the whole static pipeline: a mark is a finding, and nothing else is.</summary>
public sealed class TrapTests
{
    private static readonly KernelTask Task =
        KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value ?? throw new InvalidOperationException("corpus/matmul");

    public static IEnumerable<object[]> Files => Fixture.In("tests/Rewards.Tests/Fixtures/traps");

    [Theory, MemberData(nameof(Files))]
    public void MarkedLinesAndNoOthersAreReported(string path)
    {
        var fixture = Fixture.Read(path);
        var report = StaticAnalysis.Run(path, fixture.Source.ToBytes(), Task, FrontEndForTests.FrontEnd);

        Assert.Equal(fixture.Expected.Distinct(), fixture.Actual(report.Findings).Distinct());
    }
}
