using System.Collections.Concurrent;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Tests.Bounded;
using HpcVerify.Verifier.Tests.Native;
using HpcVerify.Verifier.Verdicts;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Replay;

/// <summary>Every refutation of some tasks fails again, most of them in compiled programs; how many where is printed.</summary>
[Collection(NativeTests.Name)]
public sealed class CorpusReplayTests(NativeBench bench, ITestOutputHelper output)
{
    private static readonly BoundedOptions Few = BoundedOptions.Default with
    {
        Sizes = SizePlanOptions.Default with { Edge = 4, MaximumCube = 150, Budget = 600_000, LeastSizes = 1 },
        TotalSteps = 300_000,
    };

    [Theory]
    [InlineData("axpy")]
    [InlineData("dot")]
    [InlineData("prefix_sum")]
    [InlineData("stencil2d")]
    [InlineData("spmv_csr")]
    public void EveryRefutationReplays(string task)
    {
        var found = new ConcurrentBag<(string File, ReplayReport Report)>();
        var files = Fixture.In($"corpus/{task}/reject").Select(row => (string)row[0]);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
        {
            if (Replayed(task, file) is { } report)
            {
                found.Add((file, report));
            }
        });

        foreach (var group in found.GroupBy(one => one.Report.Place).OrderBy(group => group.Key))
        {
            output.WriteLine($"{task}: {group.Count()} at {group.Key}");
        }

        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, one => one.Report.Place == ReplayPlace.None);
        Assert.Contains(found, one => one.Report.Place == ReplayPlace.Value);
    }

    /// <summary>Null for files that are no kernel of the task's type, or not refuted.</summary>
    private ReplayReport? Replayed(string task, string file)
    {
        var source = Fixture.Read(file).Source;
        if (FrontEndForTests.Parse(source).Value is { Errors: not [] } || CorpusVerification.RequestOf(task, source) is not { } request)
        {
            return null;
        }

        var claim = BoundedVerification.Verify(request, Few, CancellationToken.None).Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted);
        return claim is { Verdict: Verdict.Refuted refuted }
            ? new Replayer(new NativeReplay(bench.Sandbox, TimeProvider.System), ReplayBuild.FindClang(), "/usr/bin/gcc").Replay(
                new Witness(request.Task, source, claim.Property, refuted.Witness), request, null, CancellationToken.None)
            : null;
    }
}
