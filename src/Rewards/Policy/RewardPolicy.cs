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

/// <summary>Turns evidence into a score; pure functions that the profiles are made of.</summary>
public static class RewardPolicy
{
    /// <summary>Eq. 3 of "Improving HPC Code Generation Capability of LLMs": a penalty per rung, speed in the task's metric at the top.</summary>
    public static Score Paper(Evidence evidence) => OnLadder(evidence, RewardWeights.Default);

    /// <summary>
    /// The same ladder, where a refuted claim is a wrong answer even if every test passed, and where only what is proved earns
    /// more than the naive kernel: a share of its speed that grows with what the proofs reach.
    /// </summary>
    public static Score Verified(Evidence evidence, RewardWeights weights) => (Unrefuted(evidence, weights), evidence.Proof) switch
    {
        (Score.Scored { Level: not Level.Ok } failed, _) => failed,
        (Score.Scored, null) => new Score.Unscored("the kernel was not verified"),
        (Score.Scored scored, { State: ProofState.Proved } proof) => scored with
        {
            Reward = Math.Max(weights.Shares.Of(proof.Reach) * scored.Reward, Open(scored, evidence, weights)),
            Reason = ReasonOf(proof.Reach),
        },
        (Score.Scored scored, { } proof) => scored with
        {
            Reward = Open(scored, evidence, weights),
            Reason = $"right wherever it was tried, but not proved, so that it earns no more than the naive kernel: {proof.State.ToString().ToLowerInvariant()}, {proof.Reason}",
        },
        (var score, _) => score,
    };

    /// <summary>The ladder for profiles that ask for no proofs: what is known all the same still counts.</summary>
    internal static Score AsKnown(Evidence evidence, RewardWeights weights) => evidence.Proof is null ? OnLadder(evidence, weights) : Verified(evidence, weights);

    /// <summary>The ladder, where a refuted claim is a wrong answer.</summary>
    internal static Score Unrefuted(Evidence evidence, RewardWeights weights) => (OnLadder(evidence, weights), evidence.Proof) switch
    {
        (Score.Scored { Level: not Level.Ok } failed, _) => failed,
        (_, { State: ProofState.Refuted } proof) when evidence.Infrastructure is null =>
            new Score.Scored(Level.Verification, weights.Penalties.Verification, $"refuted at {proof.FailingSizes}: {proof.Reason}"),
        (var score, _) => score,
    };

    private static Score OnLadder(Evidence evidence, RewardWeights weights) => evidence switch
    {
        { Infrastructure: { } reason } => new Score.Unscored(reason),
        { Failure: { } failure } => new Score.Scored(failure.Level, weights.Penalty(evidence), failure.Reason),
        { Measurement: { } measurement } when double.IsFinite(measurement.Speed) =>
            new Score.Scored(Level.Ok, measurement.Speed, "right wherever it was tried"),
        _ => new Score.Unscored("the kernel was not timed"),
    };

    private static double Open(Score.Scored scored, Evidence evidence, RewardWeights weights) =>
        Math.Min(scored.Reward, weights.Shares.OpenOfNaive * (evidence.Measurement!.NaiveSpeed ?? 0));

    private static string ReasonOf(ProofReach reach) => reach switch
    {
        ProofReach.AllSizes => "proved within its scope, and right wherever it was tried",
        ProofReach.Conditional => "proved at the sizes that were tried and for all sizes under a condition, and right wherever it was tried",
        _ => "proved at the sizes that were tried and not for all, and right wherever it was tried",
    };
}
