using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Json;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Training;

/// <summary><c>run.json</c>: what a run was made with, so that it can be made again, and compared with others.</summary>
/// <param name="Format">Of this file.</param>
/// <param name="Begun">When, in UTC.</param>
/// <param name="Search">Task, level of optimisation, seeds, sizes of groups, and the like.</param>
/// <param name="Versions">Of what took part, by name.</param>
/// <param name="Hardware">What kernels are timed on.</param>
/// <param name="Unit">Of speeds: <c>GFLOPS</c> or <c>GB/s</c>.</param>
/// <param name="PeakGflops">What as many of its cores as a team has threads could do at most in double precision; null where nobody knows.</param>
/// <param name="CorpusHash">SHA-256 of the texts that the base model learnt from.</param>
/// <param name="Model">What the base model is kept under.</param>
/// <param name="ModelFingerprint">Of vocabulary and weights.</param>
/// <param name="Parameters">How many numbers the model has.</param>
public sealed record RunRecord(
    string Format, DateTimeOffset Begun, string Preset, SearchOptions Search, TrainingSettings Settings, IReadOnlyDictionary<string, string> Versions, string Hardware, string Unit, double? PeakGflops,
    string CorpusHash, string Model, string ModelFingerprint, long Parameters)
{
    public const string CurrentFormat = "hpcverify-run-1", FileName = "run.json";

    private static readonly JsonSerializerOptions Json = new(JsonFile.Strict(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)))
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>The record of a run's folder; else the sentence that says what is wrong.</summary>
    public static (RunRecord? Record, string? Problem) Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var (record, problem) = JsonFile.Read<RunRecord>(path, Json);
        return record is null ? (null, problem)
            : record.Format != CurrentFormat ? (null, $"'{path}': a run in the format '{record.Format}' cannot be read, '{CurrentFormat}' can")
            : record.Settings.Problem() is { } wrong ? (null, $"'{path}': {wrong}")
            : (record, null);
    }
}
