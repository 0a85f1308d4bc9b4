using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;

namespace HpcVerify.Corpus.Tests;

/// <summary>Every folder of the corpus is a usable task with samples enough; none is named here.</summary>
public sealed class SpecificationTests
{
    private const int FewestAccepted = 4;
    private const int FewestRejected = 6;

    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Bench.CorpusDirectory)];

    [Theory, MemberData(nameof(Tasks))]
    public void SpecificationIsUsable(string name)
    {
        var (task, findings) = KernelTaskReader.Read(Path.Combine(Bench.CorpusDirectory, name), FrontEndForTests.Parse);

        Assert.True(task is not null, string.Join("; ", findings.Select(finding => finding.Message)));
        Assert.NotEmpty(task.TestSizes);
        Assert.NotEmpty(task.Title);
    }

    [Theory, MemberData(nameof(Tasks))]
    public void EverySizeParameterHasBounds(string name)
    {
        var task = KernelTaskReader.Read(Path.Combine(Bench.CorpusDirectory, name), FrontEndForTests.Parse).Value!;

        Assert.Equal(task.SizeNames.Order(StringComparer.Ordinal), task.Bounds.Keys);
    }

    [Theory, MemberData(nameof(Tasks))]
    public void ThereAreSamplesOfBothKinds(string name)
    {
        var samples = Sample.All(Bench.CorpusDirectory).Where(sample => sample.Task == name).ToLookup(sample => sample.Expected == "ok");

        Assert.InRange(samples[true].Count(), FewestAccepted, int.MaxValue);
        Assert.InRange(samples[false].Count(), FewestRejected, int.MaxValue);
    }

    [Fact]
    public void SamplesLieInTheFolderOfTheirLevel() => Assert.All(
        Sample.All(Bench.CorpusDirectory),
        sample => Assert.Contains(Path.GetFileName(Path.GetDirectoryName(sample.Path)), sample.Expected == "ok" ? (string[])["accept", "warned"] : ["reject"]));
}
