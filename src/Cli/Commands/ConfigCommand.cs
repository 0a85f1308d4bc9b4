using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using HpcVerify.Cli.Reports;
using HpcVerify.Cli.Settings;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify config</c>: which settings hold for a file, who says so, and what settings there are.</summary>
internal static class ConfigCommand
{
    public static Command Create(Streams streams) => new("config", "Settings: which hold for a file, and the schema of .hpcverify.json") { Show(streams), Schema(streams) };

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
        var command = new Command("schema", "Print the JSON schema of .hpcverify.json");
        command.SetAction(_ =>
        {
            streams.Results.Write(SchemaText() + "\n");
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static IEnumerable<(string Text, string Origin)> Lines(EffectiveSettings settings)
    {
        yield return settings.Kernel is { } kernel ? ($"kernel: {kernel.Value}", kernel.Origin) : ("kernel: the folder of corpus/ that a file lies in, else matmul", "default");
        foreach (var (id, level) in settings.Rules)
        {
            yield return ($"rules.{id}: {level.Value.ToString().ToLowerInvariant()}", level.Origin);
        }
    }

    internal static string SchemaText()
    {
        var options = new JsonSerializerOptions(SettingsFile.Json) { WriteIndented = true };
        var schema = options.GetJsonSchemaAsNode(typeof(SettingsFile), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = static (context, schema) =>
            {
                var words = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(System.ComponentModel.DescriptionAttribute), inherit: false).OfType<System.ComponentModel.DescriptionAttribute>().FirstOrDefault();
                if (words is not null && schema is JsonObject described)
                {
                    described.Insert(0, "description", words.Description);
                }

                return schema;
            },
        });
        return schema.ToJsonString(options);
    }
}
