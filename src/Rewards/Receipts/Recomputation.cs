using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Receipts;

/// <summary>Whether a verification that was made again says what a receipt says. Times are not compared: they never are the same.</summary>
public static class Recomputation
{
    private const string Timed = "measure";

    /// <summary>What differs, in a sentence; null where nothing does.</summary>
    /// <param name="recorded">The receipt's.</param>
    /// <param name="again">The same without timing.</param>
    public static string? Difference(Evidence recorded, Evidence again) =>
        again.Infrastructure is not null || recorded.Infrastructure is not null ? null
        : recorded.Failure is { } failed && again.Failure is null && recorded.Stages.Any(stage => stage.Stage == Timed) ? ProofDifference(recorded.Proof, again.Proof)
        : recorded.Failure?.Level != again.Failure?.Level ? $"the receipt has '{Word(recorded)}', and now it is '{Word(again)}'{(again.Failure is { } now ? $": {now.Reason}" : "")}"
        : ProofDifference(recorded.Proof, again.Proof);

    private static string? ProofDifference(Proof? recorded, Proof? again) =>
        (recorded?.State, recorded?.Reach) == (again?.State, again?.Reach) ? null
        : $"the receipt's proof is '{Word(recorded)}', and now it is '{Word(again)}'";

    private static string Word(Evidence evidence) => (evidence.Failure?.Level ?? Level.Ok).ToString().ToLowerInvariant();

    private static string Word(Proof? proof) => proof is null ? "none" : $"{proof.State.ToString().ToLowerInvariant()}, {proof.Reach.ToString().ToLowerInvariant()}";
}
