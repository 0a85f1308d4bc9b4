using System.ComponentModel;
using HpcVerify.Detectors.Policy;

namespace HpcVerify.Rewards.Policy;

/// <summary>
/// The numbers of all profiles but <c>paper</c>, which is Eq. 3 and nothing else. What is not named in a file is as it is here;
/// the schema in <c>docs/</c> is made of this.
/// </summary>
public sealed record RewardWeights
{
    public static RewardWeights Default { get; } = new();

    [Description("The schema of this file, for editors.")]
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("What a kernel gets that fails, by rung: below 0, and no more than on a higher rung.")]
    public LadderPenalties Penalties { get; init; } = new();

    [Description("What a kernel that is right wherever it was tried earns in 'verified', by what is proved of it.")]
    public ProofShares Shares { get; init; } = new();

    [Description("What the fastest kernel of a group earns in 'paper-sqd'.")]
    public double GroupBest { get; init; } = 100;

    [Description("What the penalties are multiplied by in 'log-speedup', so that no trainer clips them.")]
    public double LogPenaltyScale { get; init; } = 0.1;

    [Description("Where successes begin in 'unit': failures lie below, from 0.")]
    public double UnitSuccess { get; init; } = 0.25;

    /// <summary>What the failure of a submission costs; a technique that its stage does not allow has a price of its own.</summary>
    internal double Penalty(Evidence evidence) => evidence.Failure!.Level == Level.Library && IsStageViolation(evidence) ? Penalties.Stage : Penalties.Of(evidence.Failure.Level);

    /// <summary>Why these numbers would pay for a failure, or for less proof; null where they are sound.</summary>
    public string? Problem()
    {
        double[] numbers = [.. Penalties.InOrder, Penalties.Stage, Penalties.Library, .. Shares.InOrder, GroupBest, LogPenaltyScale, UnitSuccess];
        return !numbers.All(double.IsFinite) ? "weights are finite numbers"
            : Penalties.InOrder.Append(Penalties.Stage).Append(Penalties.Library).Any(penalty => penalty >= 0) ? "'penalties' are below 0, where successes begin"
            : !IsAscending(Penalties.InOrder) || Math.Max(Penalties.Stage, Penalties.Library) > Penalties.Compile ? "'penalties' do not fall from 'format' to 'verification', and 'library' and 'stage' cost no less than 'compile'"
            : !IsAscending(Shares.InOrder) || Shares.Bounded < 0 ? "'shares' are from 0, and 'bounded', 'conditional' and 'proved' do not fall"
            : Shares.OpenOfNaive is < 0 or > 1 ? "'shares.openOfNaive' is from 0 to 1: more would pay for hiding a kernel from the verifier"
            : GroupBest <= 0 || LogPenaltyScale <= 0 ? "'groupBest' and 'logPenaltyScale' are above 0"
            : UnitSuccess is <= 0 or >= 1 ? "'unitSuccess' is between 0 and 1"
            : null;
    }

    private static bool IsAscending(double[] numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First <= pair.Second);

    /// <summary>A kernel that leans on a library as well is no mere violation of its stage.</summary>
    private static bool IsStageViolation(Evidence evidence)
    {
        var rules = evidence.Findings.Select(finding => finding.Rule).Where(rule => Ladder.RungOf(rule) == Rung.Library).ToList();
        return rules.Count > 0 && rules.TrueForAll(rule => rule.Id.StartsWith("HV13", StringComparison.Ordinal));
    }
}

/// <summary>What failures cost; the defaults are Eq. 3 of "Improving HPC Code Generation Capability of LLMs".</summary>
public sealed record LadderPenalties
{
    [Description("No C function of the expected signature.")]
    public double Format { get; init; } = -100;

    [Description("The code leans on something it may not use.")]
    public double Library { get; init; } = -100;

    [Description("A technique that the stage does not allow; the paper forbids it and does not say what it costs.")]
    public double Stage { get; init; } = -100;

    [Description("The scoring compiler rejects it.")]
    public double Compile { get; init; } = -40;

    [Description("It does not end within the time limit.")]
    public double Timeout { get; init; } = -30;

    [Description("It crashes or ends the process.")]
    public double Runtime { get; init; } = -20;

    [Description("It ends with a wrong answer, or a claim about it is refuted.")]
    public double Verification { get; init; } = -10;

    /// <summary>Worst first, as the rungs follow each other.</summary>
    internal double[] InOrder => [Format, Compile, Timeout, Runtime, Verification];

    internal double Of(Level level) => level switch
    {
        Level.Format => Format,
        Level.Library => Library,
        Level.Compile => Compile,
        Level.Timeout => Timeout,
        Level.Runtime => Runtime,
        Level.Verification => Verification,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Shares of a kernel's speed, by how far what is proved of it reaches.</summary>
public sealed record ProofShares
{
    [Description("Of its speed: memory and races for all sizes, everything else at every size that was tried.")]
    public double Proved { get; init; } = 1;

    [Description("Of its speed: the same, but for all sizes under a condition that the contract does not promise.")]
    public double Conditional { get; init; } = 0.75;

    [Description("Of its speed: everything at the sizes that were tried, and nothing beyond.")]
    public double Bounded { get; init; } = 0.5;

    [Description("Of the naive kernel's speed: the most that anything earns of which less is proved (SOUNDNESS 23).")]
    public double OpenOfNaive { get; init; } = 1;

    internal double[] InOrder => [Bounded, Conditional, Proved];

    internal double Of(ProofReach reach) => reach switch
    {
        ProofReach.Bounded => Bounded,
        ProofReach.Conditional => Conditional,
        ProofReach.AllSizes => Proved,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
