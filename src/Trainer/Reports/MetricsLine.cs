using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace HpcVerify.Trainer.Reports;

/// <summary><c>metrics.jsonl</c>: a line for each step, with its number and its metrics by name.</summary>
public static class MetricsLine
{
    /// <summary>The line of a step.</summary>
    /// <param name="metrics">As <see cref="StepMetrics"/> works them out.</param>
    public static string Of(long step, ImmutableSortedDictionary<string, double> metrics)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("step", step);
            foreach (var (name, value) in metrics)
            {
                Write(writer, name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>JSON has no number that is not finite.</summary>
    private static void Write(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
