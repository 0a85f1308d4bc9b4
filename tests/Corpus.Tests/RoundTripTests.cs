using System.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Corpus.Tests;

/// <summary>
/// The kernel form printed as C compiles and does what the original did: where lowering changed a meaning, a right kernel
/// turns wrong here or a wrong one right.
/// </summary>
public sealed class RoundTripTests(Bench bench, ITestOutputHelper output) : IClassFixture<Bench>
{
    public static TheoryData<string> Samples =>
        [.. Sample.All(Bench.CorpusDirectory)
            .Where(sample => sample.Expected is "ok" or "verification")
            .Where((sample, position) => Repository.IsLongRun || position % 8 == 0)
            .Select(sample => Path.GetRelativePath(Bench.CorpusDirectory, sample.Path))];

    [Theory, MemberData(nameof(Samples))]
    public void PrintedKernelReachesTheSameLevel(string file)
    {
        var sample = Sample.All(Bench.CorpusDirectory).Single(sample => sample.Path.EndsWith("/" + file, StringComparison.Ordinal));
        var (code, gaps) = bench.Print(sample, OptimizationLevel.Some);
        if (gaps.Count > 0)
        {
            output.WriteLine($"not lowered whole: {string.Join("; ", gaps)}");
            return;
        }

        var (reached, reason) = bench.Score(sample, Encoding.UTF8.GetBytes(code), OptimizationLevel.Some);

        Assert.True(reached == sample.Expected || (sample.Missing().Any() && reached == "unscored"), $"expected {sample.Expected}, reached {reached}: {reason}\n{code}");
    }
}
