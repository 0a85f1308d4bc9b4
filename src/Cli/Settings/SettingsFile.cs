using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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

    [Description("What becomes of findings, by rule: off, info, warning or error.")]
    public ImmutableSortedDictionary<string, RuleLevel> Rules { get; init; } = ImmutableSortedDictionary<string, RuleLevel>.Empty;

    /// <summary>Comments and trailing commas are for people; a key that nobody knows is a mistake.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter<RuleLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}

/// <summary>How much a rule's findings matter where somebody has said so.</summary>
internal enum RuleLevel
{
    Off,
    Info,
    Warning,
    Error,
}
