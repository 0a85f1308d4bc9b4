namespace HpcVerify.Rewards.Policy;

/// <summary>How timed runs become one speed.</summary>
public enum TimingProfile
{
    /// <summary>One warm-up, then the mean of the runs, as in the paper.</summary>
    Paper,

    /// <summary>The median of more runs, with their spread, between runs of a program of ours that show whether the machine itself became slower.</summary>
    Robust,
}
