using System.Collections.Immutable;
using System.Text.Json;

namespace HpcVerify.Trainer.Search.Policies;

/// <summary>The answer of <c>/v1/chat/completions</c>, as far as it matters here.</summary>
/// <param name="AnsweredTokens">Tokens of all answers, by the endpoint's count; null where it does not count.</param>
internal sealed record ChatReply(ImmutableArray<Completion> Completions, long? AnsweredTokens)
{
    /// <summary>What an endpoint said; null where it is no such answer.</summary>
    public static ChatReply? Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var choices = document.RootElement.GetProperty("choices").EnumerateArray().Select(Of).ToImmutableArray();
            var used = document.RootElement.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty("completion_tokens", out var tokens)
                && tokens.ValueKind == JsonValueKind.Number && tokens.TryGetInt64(out var count) && count >= 0 ? count : (long?)null;
            return choices.IsEmpty ? null : new(choices, used);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A message without content, as of a model that refuses, is an empty answer.</summary>
    private static Completion Of(JsonElement choice)
    {
        var content = choice.GetProperty("message").TryGetProperty("content", out var given) && given.ValueKind != JsonValueKind.Null ? given.GetString()! : "";
        var isTruncated = choice.TryGetProperty("finish_reason", out var finish) && finish.ValueKind == JsonValueKind.String && finish.GetString() == "length";
        return new(content, [], LogProbabilities(choice), isTruncated);
    }

    /// <summary>Nothing where one of them is no logarithm of a probability: they are offered, and not owed.</summary>
    private static ImmutableArray<float> LogProbabilities(JsonElement choice)
    {
        if (choice.TryGetProperty("logprobs", out var offered) && offered.ValueKind == JsonValueKind.Object && offered.TryGetProperty("content", out var tokens) && tokens.ValueKind == JsonValueKind.Array)
        {
            float?[] all = [.. tokens.EnumerateArray().Select(LogProbability)];
            return all.Contains(null) ? [] : [.. all.Select(one => one!.Value)];
        }

        return [];
    }

    private static float? LogProbability(JsonElement token) =>
        token.ValueKind == JsonValueKind.Object && token.TryGetProperty("logprob", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetSingle(out var value) && value <= 0 ? value : null;
}
