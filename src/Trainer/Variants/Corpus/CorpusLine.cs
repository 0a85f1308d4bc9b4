using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Json;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Variants.Corpus;

/// <summary>Which part of a corpus an edit belongs to.</summary>
public enum Split
{
    Train,

    /// <summary>Never seen in training: an edit from or to one of the fastest kernels of its task.</summary>
    HeldOut,
}

/// <summary>An edit of HPC code: one line of a corpus. <c>docs/decisions/0019-training-corpus.md</c> has the keys.</summary>
/// <param name="Kind">What the edit does; null of a pair that was imported.</param>
/// <param name="Stage">The stage that the target belongs to; null of a pair that was imported.</param>
/// <param name="Prompt">What a model goes on from; null of a pair that was imported without a task.</param>
/// <param name="Feedback">What is wrong with the source, for a person; null where nothing is.</param>
/// <param name="Verified">Whether source and target were proved to do the same within <paramref name="Scope"/>.</param>
/// <param name="Scope">What that proof covers, or why there is none.</param>
/// <param name="Licence">An SPDX expression; <c>NOASSERTION</c> where nobody says.</param>
public sealed record CorpusLine(
    int Schema, string Id, string? Task, EditKind? Kind, int? Stage, Split Split, CorpusKernel Source, CorpusKernel Target, string? Prompt, string? Feedback,
    bool Verified, string Scope, string Licence, CorpusProvenance Provenance)
{
    /// <summary>The version of the keys.</summary>
    public const int CurrentSchema = 1;

    private static JsonSerializerOptions Json { get; } = Options();

    /// <summary>On one line, without its end.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>A line as it was written; null and a sentence where it is none.</summary>
    public static (CorpusLine? Line, string? Problem) Read(string text, string place)
    {
        var (line, problem) = JsonFile.Parse<CorpusLine>(text, place, Json);
        return line is { Schema: not CurrentSchema } ? (null, $"{place}: schema {line.Schema} is not {CurrentSchema}, which this version reads") : (line, problem);
    }

    private static JsonSerializerOptions Options()
    {
        var options = JsonFile.Strict(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return new(options) { WriteIndented = false, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };
    }
}

/// <summary>One side of an edit.</summary>
/// <param name="Code">The kernel as C.</param>
/// <param name="Entry">The function that is called.</param>
/// <param name="Recipe">What it was generated from; null of an imported one.</param>
/// <param name="Style">The number of the style it was written in; null of an imported one.</param>
/// <param name="Techniques">What the detectors found in it, by name; empty of what is no C.</param>
/// <param name="Machine">What it is for, by the name of a file of <c>corpus/hardware</c>; null where nobody says.</param>
/// <param name="Hardware">That machine in one line.</param>
/// <param name="Level">The rung it stands on.</param>
/// <param name="LevelIs">Whether that rung was <c>expected</c> of the recipe, seen by <c>reading</c>, <c>refuted</c>, or found by <c>scoring</c>.</param>
/// <param name="Verdict">What its claims come to; <c>untested</c> where nobody asked.</param>
/// <param name="PredictedSpeed">The recipe's, in operations a cycle of a rough model; null of an imported kernel.</param>
public sealed record CorpusKernel(
    string Code, string Entry, string? Recipe, int? Style, ImmutableArray<string> Techniques, string? Machine, string? Hardware, Level? Level, string? LevelIs, string Verdict,
    ImmutableArray<ClaimLine> Claims, CorpusSpeed? Speed, double? PredictedSpeed);

/// <summary>A speed that was measured.</summary>
/// <param name="Value">In the unit of the task's metric.</param>
/// <param name="Metric"><c>gflops</c> or <c>gbps</c>.</param>
/// <param name="Machine">What it was measured on, in words.</param>
public sealed record CorpusSpeed(double Value, string Metric, string Machine);

/// <summary>Where an edit comes from: a generator with what it takes to make it again, or files.</summary>
public sealed record CorpusProvenance(string Tool, string Version, ulong? Seed, int? Index, string? SourceFile, string? TargetFile);
