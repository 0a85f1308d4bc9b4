using System.Globalization;
using System.Text.Json.Nodes;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>One result of a SARIF log.</summary>
internal static class SarifResult
{
    /// <summary>What relative file names are relative to.</summary>
    public const string Root = "SRCROOT";

    public static JsonObject Of(ReportItem item, SourceText source, int ruleIndex, LineHashes hashes, string folder)
    {
        var place = PlaceInFile.Of(item.Span, source);
        var made = new JsonObject
        {
            ["ruleId"] = item.Rule.Id,
            ["ruleIndex"] = ruleIndex,
            ["kind"] = item.Outcome switch { Outcome.Fail => "fail", Outcome.Open => "open", Outcome.Note => "informational", _ => "pass" },
            ["level"] = item.Outcome == Outcome.Fail ? LevelOf(item.Severity) : "none",
            ["message"] = SarifReport.Text(Sentence(item.Message)),
            ["locations"] = new JsonArray(Location(item.Span, source, folder)),
            ["partialFingerprints"] = new JsonObject
            {
                [LineHashes.Name] = hashes.At(place.Line),
                ["hpcverifyProperty/v1"] = item.Name,
            },
        };
        if (item.IsNew is { } isNew)
        {
            made["baselineState"] = isNew ? "new" : "unchanged";
        }

        if (item.Witness is { } witness)
        {
            made["codeFlows"] = new JsonArray(Flow(witness, source, folder));
            made["properties"] = new JsonObject { ["sizes"] = witness.Sizes, ["threads"] = witness.Threads, ["inputs"] = Inputs(witness) };
        }

        if (item.Related is { } related)
        {
            var other = Location(related, source, folder);
            other["id"] = 1;
            other["message"] = SarifReport.Text("The other place.");
            made["relatedLocations"] = new JsonArray(other);
        }

        return made;
    }

    public static string LevelOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    /// <summary>The way to what goes wrong: a thread flow for each OpenMP thread that has to do with it, in one order of steps.</summary>
    private static JsonObject Flow(Counterexample witness, SourceText source, string folder)
    {
        var first = Step(witness.Span, source, folder, 1, Inside(witness), witness.What);
        var flows = new JsonArray(Thread(witness.Thread ?? 0, first));
        if (witness.Related is { } related)
        {
            // Which of the others it was does not matter: a witness has two parties.
            flows.Add(Thread(witness.Thread is 0 or null ? 1 : 0, Step(related, source, folder, 2, [], "the other access")));
        }

        return new() { ["message"] = SarifReport.Text(Sentence($"called with {witness.Sizes}")), ["threadFlows"] = flows };
    }

    private static JsonObject Thread(int number, JsonObject step) => new()
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"thread {number}"),
        ["locations"] = new JsonArray(step),
    };

    private static JsonObject Step(TextSpan span, SourceText source, string folder, int order, JsonObject state, string message)
    {
        var location = Location(span, source, folder);
        location["message"] = SarifReport.Text(Sentence(message));
        return new() { ["location"] = location, ["executionOrder"] = order, ["importance"] = "essential", ["nestingLevel"] = state.Count, ["state"] = state };
    }

    /// <summary>What the counters of the loops around the place hold.</summary>
    private static JsonObject Inside(Counterexample witness)
    {
        var state = new JsonObject();
        foreach (var index in witness.Indices)
        {
            state[index.Name] = SarifReport.Text(index.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (witness.Lane is { } lane)
        {
            state["lane"] = SarifReport.Text(lane.ToString(CultureInfo.InvariantCulture));
        }

        return state;
    }

    private static JsonObject Inputs(Counterexample witness)
    {
        var inputs = new JsonObject();
        foreach (var (name, value) in witness.Inputs)
        {
            inputs[name] = value.ToString("R", CultureInfo.InvariantCulture);
        }

        return inputs;
    }

    private static JsonObject Location(TextSpan span, SourceText source, string folder)
    {
        var place = PlaceInFile.Of(span, source);
        var uri = ReportPath.UriOf(source.Path, folder);
        var artifact = new JsonObject { ["uri"] = uri };
        if (!uri.StartsWith("file:", StringComparison.Ordinal))
        {
            artifact["uriBaseId"] = Root;
        }

        return new()
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = artifact,
                ["region"] = new JsonObject { ["startLine"] = place.Line, ["startColumn"] = place.Column, ["endLine"] = place.EndLine, ["endColumn"] = place.EndColumn },
            },
        };
    }

    /// <summary>Messages of this format are sentences; ours are not always. Braces would be holes to be filled.</summary>
    private static string Sentence(string message)
    {
        var text = PrintableText.Of(message).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
        return text.Length == 0 ? "." : text.EndsWith('.') ? text : $"{text}.";
    }
}
