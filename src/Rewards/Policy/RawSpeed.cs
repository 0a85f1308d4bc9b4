namespace HpcVerify.Rewards.Policy;

/// <summary>The ladder with the speed itself at the top, for trainers that normalise by themselves.</summary>
public static class RawSpeed
{
    public static Score Judge(Evidence evidence, RewardWeights weights) => RewardPolicy.AsKnown(evidence, weights);
}
