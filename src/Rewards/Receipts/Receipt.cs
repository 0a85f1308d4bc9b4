using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Rewards.Receipts;

/// <summary>What was scored, how, where, and what came out, so that somebody else can tell whether that is so.</summary>
/// <param name="Format">Which version of this document it is.</param>
/// <param name="Issued">When, in UTC, as ISO 8601 has it.</param>
/// <param name="Environment">Programs and machine.</param>
/// <param name="Options">How it was evaluated.</param>
/// <param name="Profile">What evidence was worth.</param>
/// <param name="Weights">The numbers of that profile.</param>
/// <param name="Samples">In the order in which they were scored; all of a group where the profile is for groups.</param>
public sealed record Receipt(
    string Format, string Issued, EvaluationEnvironment Environment, ReceiptOptions Options, string Profile, RewardWeights Weights, ImmutableArray<ReceiptSample> Samples)
{
    public const string CurrentFormat = "hpcverify receipt 1";

    /// <summary>What the evidence is worth, worked out again; or the sentence that says why nobody can.</summary>
    public (ImmutableArray<ReceiptScore> Scores, string? Problem) Judge()
    {
        if (Format != CurrentFormat)
        {
            return ([], $"its format is '{Format}', and not '{CurrentFormat}'");
        }

        if (Weights.Problem() is { } unsound)
        {
            return ([], unsound);
        }

        ImmutableArray<Evidence> evidence = [.. Samples.Select(sample => sample.Evidence)];
        var single = RewardProfile.Of(Weights).FirstOrDefault(profile => profile.Name == Profile);
        var group = GroupProfile.Of(Weights).FirstOrDefault(profile => profile.Name == Profile);
        return single is null && group is null ? ([], $"there is no profile '{Profile}'")
            : ([.. (single is null ? group!.Judge(evidence) : [.. evidence.Select(single.Judge)]).Select(ReceiptScore.Of)], null);
    }
}

/// <summary>How samples were evaluated.</summary>
/// <param name="Level">The optimisation level of the scoring compiler: <c>O3</c>.</param>
/// <param name="Timing">How the timed runs became one speed.</param>
/// <param name="Stage">The stage whose techniques alone were allowed; null where all were.</param>
public sealed record ReceiptOptions(string Level, ulong Seed, TimingProfile Timing, int TimedRuns, int Threads, int? Stage);

/// <summary>One submission.</summary>
/// <param name="Path">Where it was read; for people.</param>
/// <param name="TaskHash">What the task's folder held.</param>
/// <param name="Submission">The hash of the C that was taken from it.</param>
/// <param name="Evidence">Everything that is known of it: each component, each claim.</param>
public sealed record ReceiptSample(string Path, string Task, string TaskHash, ContentHash Submission, Evidence Evidence, ReceiptScore Score)
{
    public static ContentHash HashOf(ReadOnlyMemory<byte> code) => ContentHash.Of(ContentHash.Part("submission", code));
}

/// <summary>What evidence is worth; level and reward are null where there is no score.</summary>
public sealed record ReceiptScore(Level? Level, double? Reward, string Reason)
{
    public static ReceiptScore Of(Score score) => score switch
    {
        Score.Scored scored => new(scored.Level, scored.Reward, scored.Reason),
        Score.Unscored unscored => new(null, null, unscored.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
