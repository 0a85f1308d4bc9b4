using System.Text.Json;
using HpcVerify.Parser.Json;

namespace HpcVerify.Rewards.Policy;

/// <summary>Reads weights from JSON; comments and trailing commas are for people, and a key that nobody knows is a mistake.</summary>
public static class RewardWeightsReader
{
    public static JsonSerializerOptions Json { get; } = JsonFile.Strict();

    /// <summary>The weights of a file, or the sentence that says what is wrong with them.</summary>
    public static (RewardWeights? Weights, string? Problem) Read(string path)
    {
        var (weights, problem) = JsonFile.Read<RewardWeights>(path, Json);
        return weights?.Problem() is { } unsound ? (null, $"'{path}': {unsound}") : (weights, problem);
    }
}
