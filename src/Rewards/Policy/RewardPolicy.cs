namespace HpcVerify.Rewards.Policy;

/// <summary>What evidence is worth.</summary>
public abstract record Score
{
    private Score() { }

    /// <summary>The submission stands on a rung and earns a number.</summary>
    public sealed record Scored(Level Level, double Reward, string Reason) : Score;

    /// <summary>Nothing can be said of the submission; no number stands in for that (SOUNDNESS 24).</summary>
    public sealed record Unscored(string Reason) : Score;
}

/// <summary>Turns evidence into a score; a pure function.</summary>
public static class RewardPolicy
{
    /// <summary>Eq. 3 of "Improving HPC Code Generation Capability of LLMs": a penalty per rung, speed in the task's metric at the top.</summary>
    public static Score Paper(Evidence evidence) => evidence switch
    {
        { Infrastructure: { } reason } => new Score.Unscored(reason),
        { Failure: { } failure } => new Score.Scored(failure.Level, RewardWeights.Penalty(failure.Level), failure.Reason),
        { Measurement: { } measurement } when double.IsFinite(measurement.Speed) =>
            new Score.Scored(Level.Ok, measurement.Speed, "right wherever it was tried"),
        _ => new Score.Unscored("the kernel was not timed"),
    };

    /// <summary>
    /// The same ladder, where a refuted claim is a wrong answer even if every test passed, and where only what is proved earns
    /// more than the naive kernel.
    /// </summary>
    public static Score Verified(Evidence evidence) => (Paper(evidence), evidence.Proof) switch
    {
        (Score.Scored { Level: not Level.Ok } failed, _) => failed,
        (_, { State: ProofState.Refuted } proof) when evidence.Infrastructure is null =>
            new Score.Scored(Level.Verification, RewardWeights.Penalty(Level.Verification), $"refuted at {proof.FailingSizes}: {proof.Reason}"),
        (Score.Scored, null) => new Score.Unscored("the kernel was not verified"),
        (Score.Scored scored, { State: ProofState.Proved }) =>
            scored with { Reward = RewardWeights.Proved * scored.Reward, Reason = "proved within its scope, and right wherever it was tried" },
        (Score.Scored scored, { } proof) => scored with
        {
            Reward = Math.Min(scored.Reward, RewardWeights.OpenOfNaive * (evidence.Measurement!.NaiveSpeed ?? 0)),
            Reason = $"right wherever it was tried, but not proved, so that it earns no more than the naive kernel: {proof.State.ToString().ToLowerInvariant()}, {proof.Reason}",
        },
        (var score, _) => score,
    };
}
