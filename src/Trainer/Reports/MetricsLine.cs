using System.Text;
using System.Text.Json;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Reports;

/// <summary><c>metrics.jsonl</c>: a line for each step, with its number and its metrics by name.</summary>
public static class MetricsLine
{
    /// <summary>The line of a step.</summary>
    public static string Of(ArchivedStep step, IReadOnlyList<Kernel> kernels)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("step", step.Step);
            foreach (var (name, value) in StepMetrics.Of(step, kernels))
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
