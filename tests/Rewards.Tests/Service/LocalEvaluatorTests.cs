using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Tests.Service;

/// <summary>Jobs of the task <c>axpy</c> through real workers.</summary>
public sealed class LocalEvaluatorTests : IDisposable
{
    private static readonly EvaluationTools Tools = MakeTools();
    private readonly LocalEvaluator _evaluator = new(Tools, 2);

    public void Dispose() => _evaluator.Dispose();

    [Fact]
    public async Task AnHonestKernelIsMeasured()
    {
        var evidence = await _evaluator.Evaluate(Job("accept/scalar.c"), CancellationToken.None);

        Assert.Null(evidence.Infrastructure);
        Assert.True(evidence.Measurement!.Gflops > 0);
        Assert.Equal(0, _evaluator.Pending);
    }

    [Fact]
    public async Task TheTwoStagesTogetherSayWhatOneSays()
    {
        var verified = await _evaluator.Evaluate(Job("accept/scalar.c", ScoringStages.Verification), CancellationToken.None);
        var timed = await _evaluator.Evaluate(Job("accept/scalar.c", ScoringStages.Timing), CancellationToken.None);
        var whole = verified.TimedBy(timed);

        Assert.Equal((null, null, null), (verified.Failure, verified.Measurement, verified.Infrastructure));
        Assert.DoesNotContain(verified.Stages, stage => stage.Stage == "measure");
        Assert.DoesNotContain(timed.Stages, stage => stage.Stage is "verify" or "prove");
        Assert.IsType<Score.Unscored>(RewardProfile.Paper.Judge(verified));
        Assert.Equal(Level.Ok, Assert.IsType<Score.Scored>(RewardProfile.Paper.Judge(whole)).Level);
    }

    [Fact]
    public async Task AWrongKernelFailsWithoutBeingTimed()
    {
        var evidence = await _evaluator.Evaluate(Job(Rejected(Level.Verification)), CancellationToken.None);

        Assert.Equal(Level.Verification, evidence.Failure!.Level);
        Assert.Null(evidence.Measurement);
    }

    [Fact]
    public async Task AnotherTaskOfThatNameHasNoAnswer()
    {
        var evidence = await _evaluator.Evaluate(Job("accept/scalar.c") with { TaskHash = "another" }, CancellationToken.None);

        Assert.Contains("another one than the job's", evidence.Infrastructure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJobThatIsGivenUpEndsAndTheNextOneIsDone()
    {
        using var leave = new CancellationTokenSource();
        var first = _evaluator.Evaluate(Job("accept/scalar.c"), leave.Token);
        leave.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Null((await _evaluator.Evaluate(Job("accept/scalar.c", ScoringStages.Verification), CancellationToken.None)).Infrastructure);
    }

    [Fact]
    public async Task WhatIsUnderWayWhenItEndsIsUnscored()
    {
        var evaluator = new LocalEvaluator(Tools, 1);
        var jobs = Enumerable.Range(0, 3).Select(_ => evaluator.Evaluate(Job("accept/scalar.c"), CancellationToken.None)).ToImmutableArray();
        evaluator.Dispose();

        Assert.All(await Task.WhenAll(jobs), evidence => Assert.True(evidence.Infrastructure is "the service was stopped" || evidence.Measurement is not null));
        Assert.Contains(jobs, job => job.Result.Infrastructure is not null);
    }

    private static EvaluationJob Job(string sample, ScoringStages stages = ScoringStages.All) => new(
        ContentHash.Of(ContentHash.Part(sample, stages.ToString())), "axpy", Tools.Tasks["axpy"].Hash, File.ReadAllText(Repository.PathOf($"corpus/axpy/{sample}")), new() { Stages = stages });

    private static string Rejected(Level level) => Directory.EnumerateFiles(Repository.PathOf("corpus/axpy/reject"), "*.c").Order(StringComparer.Ordinal)
        .Where(path => File.ReadLines(path).First().Contains($"expect: {level.ToString().ToLowerInvariant()}", StringComparison.Ordinal))
        .Select(path => $"reject/{Path.GetFileName(path)}").First();

    private static EvaluationTools MakeTools()
    {
        var folder = Repository.PathOf("corpus/axpy");
        var options = SandboxOptions.Usual(Path.Combine(Path.GetTempPath(), "hpcverify-tests", "native"));
        var toolchain = (ToolchainState.Ready)Toolchain.Open(options, "/usr/bin/gcc", TimeProvider.System, CancellationToken.None);
        var task = KernelTaskReader.Read(folder, FrontEndForTests.Parse).Value!;
        return new(toolchain.Toolchain, FrontEndForTests.FrontEnd, ImmutableDictionary<string, KnownTask>.Empty.Add("axpy", new(task, TaskFiles.Hash(folder))), new(), null);
    }
}
