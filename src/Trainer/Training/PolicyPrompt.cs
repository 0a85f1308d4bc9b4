using System.Collections.Immutable;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Tokens;

namespace HpcVerify.Trainer.Training;

/// <summary>The tokens around which a policy writes: <c>begin prompt TEXT response</c>, then its answer, then <c>end</c>.</summary>
internal static class PolicyPrompt
{
    /// <summary>Of a text that is too long, the tokens kept at its end, where it says that an answer follows.</summary>
    private const int KeptAtEnd = 16;

    private const int MarksAround = 3;

    /// <summary>The tokens of a prompt; of one that would be longer than <paramref name="most"/> tokens, what stands before its end is left out.</summary>
    public static ImmutableArray<int> Of(Tokenizer tokenizer, string text, int most)
    {
        var tokens = tokenizer.Encode(text);
        var room = Math.Max(1, most - MarksAround);
        var end = Math.Min(KeptAtEnd, room / 2);
        return
        [
            tokenizer[Mark.Begin], tokenizer[Mark.Prompt],
            .. tokens.Length <= room ? tokens : [.. tokens[..(room - end)], .. tokens[^end..]],
            tokenizer[Mark.Response],
        ];
    }

    /// <summary>The most tokens that a prompt may have, so that the longest response fits behind it.</summary>
    public static int Longest(ModelShape shape, int maximumTokens) => Math.Max(shape.ContextLength / 4, shape.ContextLength - maximumTokens);
}
