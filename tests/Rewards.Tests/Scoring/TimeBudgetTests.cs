using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Tests.Scoring;

public sealed class TimeBudgetTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData(7, 7, "")]
    [InlineData(9, 9, "timeout")]
    [InlineData(9, 20, "timeout")]
    [InlineData(9, 1, "")]
    [InlineData(33, 1, "unscored")]
    [InlineData(33, 33, "timeout")]
    public void TheKernelPaysForItsOwnTimeAndNotForTheMachines(double elapsed, double used, string expected)
    {
        var call = new CallOutcome.Completed(TimeSpan.FromSeconds(elapsed), TimeSpan.FromSeconds(elapsed), TimeSpan.FromSeconds(used), true, 0);

        var verdict = new TimeBudget(Limit).Spend(new TrialOutcome.Agreed(call), "the calls", "n=1");

        Assert.Equal(expected, verdict.IsPass ? "" : verdict.Failure is { Level: Level.Timeout } ? "timeout" : "unscored");
    }
}
