namespace HpcVerify.Trainer.Model.Training;

/// <summary>How a model is taken through examples.</summary>
/// <param name="Threads">How many threads share the examples of a step; sums of gradients, and so their last bits, depend on it.</param>
/// <param name="TokensPerPass">Up to how many tokens a thread reads at once; a longer example is read alone.</param>
/// <param name="Temperature">What logits are divided by; samples have to be drawn at the same one for their log-probabilities to agree.</param>
public sealed record LearnerOptions(int Threads, int TokensPerPass, float Temperature)
{
    /// <summary>Two threads, and passes whose activations stay in a cache of a few megabytes.</summary>
    public static LearnerOptions Usual { get; } = new(Threads: 2, TokensPerPass: 512, Temperature: 1);
}
