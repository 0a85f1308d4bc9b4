using System.Diagnostics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Scoring;

/// <summary>
/// Corpus kernels with a few bytes changed go through everything that reads text: whatever comes of it, it is a report,
/// and it comes soon. The seed is fixed, so a failure can be run again.
/// </summary>
public sealed class MutationTests
{
    private const int UsualCount = 400;
    private const int LongCount = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void MutatedKernelsAreReportedOn()
    {
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value!;
        var files = Directory.EnumerateFiles(Repository.PathOf("corpus"), "*.c", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var mutator = new Mutator(seed: 1);
        var count = Repository.IsLongRun ? LongCount : UsualCount;
        for (var round = 0; round < count; round++)
        {
            var bytes = mutator.Mutate(File.ReadAllBytes(mutator.Pick(files)));
            var watch = Stopwatch.StartNew();

            var report = StaticAnalysis.Run("mutant.c", bytes, task, FrontEndForTests.FrontEnd);

            Assert.True(report.Tree is not null || report.Failure is not null, $"round {round} says nothing");
            if (report.Tree is { } tree)
            {
                Assert.NotEmpty(KernelPrinter.Print(Lowering.Lower(tree).Value));
            }

            Assert.True(watch.Elapsed < Patience, $"round {round} took {watch.Elapsed}");
        }
    }
}
