using System.Diagnostics;

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
        { Failure: { } failure } => new Score.Scored(failure.Level, PaperPenalty(failure.Level), failure.Reason),
        { Measurement: { } measurement } when double.IsFinite(measurement.Speed) =>
            new Score.Scored(Level.Ok, measurement.Speed, "right wherever it was tried"),
        _ => new Score.Unscored("the kernel was not timed"),
    };

    private static double PaperPenalty(Level level) => level switch
    {
        Level.Format or Level.Library => -100,
        Level.Compile => -40,
        Level.Timeout => -30,
        Level.Runtime => -20,
        Level.Verification => -10,
        _ => throw new UnreachableException(),
    };
}
