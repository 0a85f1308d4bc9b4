using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Corpus.Tests;

/// <summary>
/// Every sample stands on the rung that its first line states, at every optimisation level. The usual run takes each
/// sample at one level, in turn; the long one takes all.
/// </summary>
public abstract class LevelTests(Bench bench, OptimizationLevel level, ITestOutputHelper output) : IClassFixture<Bench>
{
    protected static TheoryData<string> SamplesInTurn(int turn) =>
        [.. Sample.All(Bench.CorpusDirectory)
            .Select(sample => Path.GetRelativePath(Bench.CorpusDirectory, sample.Path))
            .Where((_, position) => Repository.IsLongRun || position % 3 == turn)];

    protected void ShouldReachItsStatedLevel(string file)
    {
        var sample = Sample.All(Bench.CorpusDirectory).Single(sample => sample.Path.EndsWith("/" + file, StringComparison.Ordinal));
        var (reached, reason) = bench.Score(sample, level);
        if (sample.Missing().ToList() is { Count: > 0 } missing)
        {
            // The machine cannot run it; what must hold is that nobody invents a number.
            output.WriteLine($"environment: the processor lacks {string.Join(", ", missing)}");
            Assert.True(reached == "unscored" || reached == sample.Expected, $"{reached}: {reason}");
        }
        else
        {
            Assert.True(reached == sample.Expected, $"expected {sample.Expected}, reached {reached}: {reason}");
        }
    }
}

public sealed class LevelTestsAtO0(Bench bench, ITestOutputHelper output) : LevelTests(bench, OptimizationLevel.None, output)
{
    public static TheoryData<string> Samples => SamplesInTurn(0);

    [Theory, MemberData(nameof(Samples))]
    public void SampleReachesItsStatedLevel(string file) => ShouldReachItsStatedLevel(file);
}

public sealed class LevelTestsAtO1(Bench bench, ITestOutputHelper output) : LevelTests(bench, OptimizationLevel.Some, output)
{
    public static TheoryData<string> Samples => SamplesInTurn(1);

    [Theory, MemberData(nameof(Samples))]
    public void SampleReachesItsStatedLevel(string file) => ShouldReachItsStatedLevel(file);
}

public sealed class LevelTestsAtO3(Bench bench, ITestOutputHelper output) : LevelTests(bench, OptimizationLevel.Full, output)
{
    public static TheoryData<string> Samples => SamplesInTurn(2);

    [Theory, MemberData(nameof(Samples))]
    public void SampleReachesItsStatedLevel(string file) => ShouldReachItsStatedLevel(file);
}
