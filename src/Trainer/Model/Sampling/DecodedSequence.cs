namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>What a model has read so far: a prompt, which others may share, and tokens of its own.</summary>
/// <param name="Prompt">Complete, so that nobody writes to it; null where all positions are its own.</param>
/// <param name="Own">Positions after the prompt's.</param>
internal sealed record DecodedSequence(KeyValueCache? Prompt, KeyValueCache Own)
{
    public int PromptLength => Prompt?.Count ?? 0;

    /// <summary>How many tokens have been read.</summary>
    public int Length => PromptLength + Own.Count;
}
