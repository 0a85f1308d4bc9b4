using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Search;

/// <summary>
/// What a staged search depends on beside its policy and its scorer. The paper leaves much of it open; <c>docs/decisions/0020-staged-search.md</c>
/// says what was chosen, and why.
/// </summary>
public sealed record SearchOptions
{
    public static SearchOptions Usual { get; } = new();

    /// <summary>The kernel to be written, by name.</summary>
    public string Task { get; init; } = "matmul";

    /// <summary>How evidence is paid for.</summary>
    public string Profile { get; init; } = "paper-sqd";

    /// <summary>The numbers of the profile; a violation of a stage costs 100 unless they say otherwise.</summary>
    public RewardWeights Weights { get; init; } = RewardWeights.Default;

    /// <summary>The optimisation level of the scoring compiler: <c>O3</c>.</summary>
    public string Level { get; init; } = "O3";

    /// <summary>Threads of a team where a kernel does not say.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How timed runs become one speed.</summary>
    public TimingProfile Timing { get; init; } = TimingProfile.Paper;

    /// <summary>Answers to one prompt: G.</summary>
    public int GroupSize { get; init; } = 8;

    /// <summary>Prompts whose groups one update learns from.</summary>
    public int GroupsPerStep { get; init; } = 1;

    /// <summary>The stage of the seed kernel.</summary>
    public int FirstStage { get; init; } = 1;

    /// <summary>The stage that deepens into itself.</summary>
    public int LastStage { get; init; } = 6;

    /// <summary>Of the kernels of a stage, those that become parents of the next stage, in percent, rounded up.</summary>
    public int DeepenPercent { get; init; } = 40;

    /// <summary>Of the kernels of a stage, those below them that become parents of the same stage, likewise.</summary>
    public int ImprovePercent { get; init; } = 30;

    /// <summary>Of the kernels of a stage, the most that failed and become parents to be repaired, likewise.</summary>
    public int RepairPercent { get; init; } = 30;

    /// <summary>The most parents that one stage has, beside the seed kernel: P; without it the tree would grow as Gᵗ.</summary>
    public int ParentsPerStage { get; init; } = 8;

    /// <summary>Where all that chance decides begins.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The seed of all data that kernels are tried with.</summary>
    public ulong DataSeed { get; init; } = 1;

    /// <summary>What a user's word is worth: added to the reward of a right kernel that was accepted, taken from that of one that was rejected.</summary>
    public double OpinionWeight { get; init; } = 10;

    /// <summary>Why no search can be made so; null where one can.</summary>
    public string? Problem() => Weights.Problem() ?? (
        GroupSize < 1 || GroupsPerStep < 1 || ParentsPerStage < 1 ? "a group, a step and a stage have at least one member"
        : FirstStage < 1 || LastStage > 6 || FirstStage > LastStage ? "stages are from 1 to 6, the first no later than the last"
        : new[] { DeepenPercent, ImprovePercent, RepairPercent }.Any(percent => percent is < 0 or > 100) || DeepenPercent + ImprovePercent > 100 ? "shares of a stage are percentages, and those of right kernels come to no more than 100"
        : !double.IsFinite(OpinionWeight) || OpinionWeight < 0 ? "the weight of opinions is a number from 0"
        : null);
}
