using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model.Training;

/// <summary>A prompt and what followed it. Only the response is learnt from: a loss sees the probabilities of its tokens and of no others.</summary>
/// <param name="Tokens">Prompt and response.</param>
/// <param name="PromptLength">How many tokens were given, at least one; the rest is the response.</param>
public sealed record Example(ImmutableArray<int> Tokens, int PromptLength)
{
    /// <summary>How many tokens have a probability.</summary>
    public int ResponseLength => Tokens.Length - PromptLength;

    /// <summary>How many tokens the model reads: nothing is asked of what comes after the last.</summary>
    internal int InputLength => Tokens.Length - 1;

    /// <summary>A text with nothing given but the token that begins it.</summary>
    public static Example WithoutPrompt(ImmutableArray<int> tokens) => new(tokens, 1);

    /// <summary>Why a model of this shape cannot read it, in a sentence; null where it can.</summary>
    public string? Problem(ModelShape shape) =>
        PromptLength < 1 || ResponseLength < 1 ? $"an example of {Tokens.Length} tokens with a prompt of {PromptLength} has no prompt or no response"
        : InputLength > shape.ContextLength ? $"an example of {Tokens.Length} tokens is longer than the {shape.ContextLength} that the model reads"
        : Tokens.Any(token => token < 0 || token >= shape.Vocabulary) ? $"an example has a token that is none of the {shape.Vocabulary} of the vocabulary"
        : null;
}
