namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>How tokens are drawn.</summary>
/// <param name="Temperature">What logits are divided by; 0 takes the most probable token.</param>
/// <param name="TopK">Only the most probable so many are drawn; 0 for all.</param>
/// <param name="TopP">Only the most probable that together have at least this probability are drawn; 1 for all (Holtzman et al., "The Curious Case of Neural Text Degeneration", 2020, §3.1).</param>
/// <param name="MaximumTokens">The longest response, with the token that ends it.</param>
/// <param name="End">The token that ends a response.</param>
/// <param name="Threads">How many threads share the responses; no response depends on it.</param>
public sealed record SamplingOptions(float Temperature, int TopK, float TopP, int MaximumTokens, int End, int Threads)
{
    /// <summary>What is wrong with the settings, in a sentence; null where nothing is.</summary>
    public string? Problem() =>
        !(Temperature >= 0 && float.IsFinite(Temperature)) ? $"a temperature of {Temperature} is not a number from 0 on"
        : TopK < 0 ? $"the {TopK} most probable tokens are less than none"
        : !(TopP is > 0 and <= 1) ? $"a probability of {TopP} for the most probable tokens is not above 0 and at most 1"
        : MaximumTokens < 1 ? $"responses of at most {MaximumTokens} tokens cannot be drawn"
        : Threads < 1 ? $"{Threads} threads draw nothing"
        : null;
}
