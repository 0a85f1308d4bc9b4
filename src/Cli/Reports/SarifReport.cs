using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Reports;

/// <summary>Which results a log has.</summary>
public enum SarifProfile
{
    /// <summary>All of them: proofs as <c>pass</c>, what stays open as <c>open</c>.</summary>
    Full,

    /// <summary>What failed: code scanning takes every result for an alert, whatever its kind.</summary>
    GitHub,
}

/// <summary>SARIF 2.1.0 (OASIS standard).</summary>
internal static class SarifReport
{
    public const string Version = "2.1.0";
    public const string ToolName = "HpcVerify";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = PrintableText.JsonEncoder, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(IEnumerable<ReportedFile> files, ReportSetting setting, SarifProfile profile)
    {
        var shown = files
            .Select(file => (file.Source, Items: file.Items.Concat(file.Unchanged).Where(item => profile == SarifProfile.Full || item.Outcome == Outcome.Fail).ToImmutableArray()))
            .ToList();
        ImmutableArray<Rule> rules = [.. shown.SelectMany(file => file.Items).Select(item => item.Rule).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        var results = shown.SelectMany(file =>
        {
            var hashes = LineHashes.Of(file.Source);
            return file.Items.Select(item => SarifResult.Of(item, file.Source, rules.IndexOf(item.Rule), hashes, setting.Folder));
        });
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = Version,
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(rules, setting.Version) },
                ["automationDetails"] = new JsonObject { ["id"] = "hpcverify/" },
                ["columnKind"] = "utf16CodeUnits",
                ["originalUriBaseIds"] = new JsonObject { [SarifResult.Root] = new JsonObject { ["description"] = Text("The folder that the tool ran in.") } },
                ["results"] = new JsonArray([.. results]),
            }),
        }.ToJsonString(Options) + "\n";
    }

    private static JsonObject Driver(ImmutableArray<Rule> rules, string version) => new()
    {
        ["name"] = ToolName,
        ["semanticVersion"] = version,
        ["rules"] = new JsonArray([.. rules.Select(Descriptor)]),
    };

    private static JsonObject Descriptor(Rule rule)
    {
        var family = RuleFamily.Of(rule);
        var properties = new JsonObject
        {
            ["tags"] = new JsonArray(family.Tag),
            ["precision"] = family.Precision,
            ["problem.severity"] = rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "recommendation" },
        };
        if (family.SecuritySeverity is { } severity)
        {
            properties["security-severity"] = severity;
        }

        return new()
        {
            ["id"] = rule.Id,
            ["name"] = NameOf(rule),
            ["shortDescription"] = Text($"{rule.Title}."),
            ["fullDescription"] = Text(rule.Explanation),
            ["help"] = new JsonObject { ["text"] = rule.Explanation, ["markdown"] = $"**{rule.Title}.** {rule.Explanation}" },
            ["defaultConfiguration"] = new JsonObject { ["level"] = SarifResult.LevelOf(rule.Severity) },
            ["properties"] = properties,
        };
    }

    /// <summary>The title as one word, which is what other tools show beside the id; the id where the title has no words.</summary>
    private static string NameOf(Rule rule)
    {
        var words = string.Concat(rule.Title.Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? rule.Id : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    internal static JsonObject Text(string text) => new() { ["text"] = text };
}
