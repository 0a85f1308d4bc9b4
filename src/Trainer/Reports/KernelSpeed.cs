using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Reports;

/// <summary>What an outcome's evidence says in numbers, whatever the reward made of it.</summary>
public static class KernelSpeed
{
    /// <summary>
    /// The speed of a right kernel in the task's metric, GFLOPS or GB/s; where the evidence has none, as with scorers that keep it to themselves, what
    /// kernels are ranked by. Null of a kernel that is not right.
    /// </summary>
    public static double? Of(Outcome outcome)
    {
        if (outcome.Level != Level.Ok)
        {
            return null;
        }

        using var evidence = JsonDocument.Parse(outcome.Evidence);
        return evidence.RootElement.TryGetProperty("measurement", out var measurement) && measurement.ValueKind == JsonValueKind.Object
            && measurement.TryGetProperty(IsOfBytes(measurement) ? "gbps" : "gflops", out var speed) && speed.ValueKind == JsonValueKind.Number
            ? speed.GetDouble()
            : outcome.Performance;
    }

    /// <summary>How long each stage of scoring took, in seconds; nothing where the evidence does not say. Stages of several kernels may overlap.</summary>
    public static IEnumerable<(string Stage, double Seconds)> Stages(Outcome outcome)
    {
        using var evidence = JsonDocument.Parse(outcome.Evidence);
        return evidence.RootElement.TryGetProperty("stages", out var stages) && stages.ValueKind == JsonValueKind.Array
            ? [.. stages.EnumerateArray().Select(stage => (stage.GetProperty("stage").GetString()!, stage.GetProperty("elapsed").GetDouble()))]
            : [];
    }

    private static bool IsOfBytes(JsonElement measurement) => measurement.TryGetProperty("metric", out var metric) && metric.GetString() == "gbps";
}
