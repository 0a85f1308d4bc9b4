using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.Cli.Settings;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify config</c>: which settings hold for a file, who says so, and what settings there are.</summary>
internal static class ConfigCommand
{
    public static Command Create(Streams streams) => new("config", "Settings: which hold for a file, and the schemas of files that people write") { Show(streams), Schema(streams) };

    private static Command Show(Streams streams)
    {
        var path = new Argument<string>("file") { Description = "a C file, or a folder", DefaultValueFactory = _ => "." };
        var origin = new Option<bool>("--origin") { Description = "with the file that says so" };
        var command = new Command("show", "Print the settings that hold for a file") { path, origin };
        command.SetAction(result =>
        {
            var file = result.GetValue(path)!;
            var (settings, problem) = new SettingsReader().For(Directory.Exists(file) ? Path.Combine(file, SettingsReader.FileName) : file);
            if (problem is not null)
            {
                streams.Errors.Complain(problem);
                return (int)ExitCode.Usage;
            }

            streams.Results.Write(PrintableText.Lines(Lines(settings).Select(line => $"{line.Text}{(result.GetValue(origin) ? $"  # {line.Origin}" : "")}")));
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Schema(Streams streams)
    {
        var kind = new Argument<string>("kind") { Description = "settings (.hpcverify.json), hardware (corpus/hardware/) or weights (score --weights)", DefaultValueFactory = _ => Schemas[0].Kind };
        kind.AcceptOnlyFromAmong([.. Schemas.Select(schema => schema.Kind)]);
        var command = new Command("schema", "Print the JSON schema of a file that people write") { kind };
        command.SetAction(result =>
        {
            var (_, type, json) = Schemas.Single(schema => schema.Kind == result.GetValue(kind));
            streams.Results.Write(JsonSchemaText.Of(type, json) + "\n");
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static ImmutableArray<(string Kind, Type Type, JsonSerializerOptions Json)> Schemas =>
    [
        ("settings", typeof(SettingsFile), SettingsFile.Json),
        ("hardware", typeof(HardwareSpecification), HardwareReader.Json),
        ("weights", typeof(RewardWeights), RewardWeightsReader.Json),
    ];

    private static IEnumerable<(string Text, string Origin)> Lines(EffectiveSettings settings)
    {
        yield return settings.Kernel is { } kernel ? ($"kernel: {kernel.Value}", kernel.Origin) : ("kernel: the folder of corpus/ that a file lies in, else matmul", "default");
        yield return settings.FailOn is { } failOn ? ($"failOn: {FailOnWords.WordOf(failOn.Value)}", failOn.Origin) : ($"failOn: {FailOnWords.WordOf(FailOn.Error)}", "default");
        foreach (var (id, level) in settings.Rules)
        {
            yield return ($"rules.{id}: {level.Value.ToString().ToLowerInvariant()}", level.Origin);
        }
    }
}
