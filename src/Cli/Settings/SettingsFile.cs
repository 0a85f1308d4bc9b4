using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Json;

namespace HpcVerify.Cli.Settings;

/// <summary>What a <c>.hpcverify.json</c> may say. The schema in <c>docs/</c> is made of this.</summary>
internal sealed record SettingsFile
{
    [JsonPropertyName("$schema"), Description("The schema of this file, for editors.")]
    public string? Schema { get; init; }

    [Description("Another file, relative to this one, whose settings hold where this one says nothing.")]
    public string? Extends { get; init; }

    [Description("The task of the kernels below this folder: a folder of corpus/.")]
    public string? Kernel { get; init; }

    [Description("The least severe finding that makes 'check' fail: error (also where nothing is said), warning or note.")]
    public FailOn? FailOn { get; init; }

    [Description("What becomes of findings, by rule: off, info, warning or error.")]
    public ImmutableSortedDictionary<string, RuleLevel> Rules { get; init; } = ImmutableSortedDictionary<string, RuleLevel>.Empty;

    public static JsonSerializerOptions Json { get; } = JsonFile.Strict(
        new JsonStringEnumConverter<RuleLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        new JsonStringEnumConverter<FailOn>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
}

/// <summary>How much a rule's findings matter where somebody has said so.</summary>
internal enum RuleLevel
{
    Off,
    Info,
    Warning,
    Error,
}
