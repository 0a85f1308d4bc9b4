using System.Collections.Immutable;
using System.Text.Json;
using HpcVerify.Cli.Commands;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Settings;

/// <summary>Finds and reads the settings of files: those of the nearest folder above that has any, and what these extend.</summary>
internal sealed class SettingsReader
{
    public const string FileName = ".hpcverify.json";

    private const int DeepestExtension = 16;

    private readonly Dictionary<string, Checked> _read = [];

    /// <summary>The ids that settings may name. Looking for them takes longer than reading a kernel, and most folders have no settings.</summary>
    private readonly Lazy<HashSet<string>> _ids = new(() => [.. Layers.Rules.Select(rule => rule.Id)]);

    /// <summary>Settings, or the sentence that says what is wrong with them.</summary>
    internal sealed record Checked(EffectiveSettings Settings, string? Problem);

    /// <summary>The settings of a file, whose folder or one above it may have some.</summary>
    public Checked For(string file) => file.Length > 0 && Nearest(Path.GetDirectoryName(Path.GetFullPath(file))) is { } path ? At(path) : new(EffectiveSettings.None, null);

    /// <summary>The settings in one file.</summary>
    public Checked At(string path)
    {
        if (!_read.TryGetValue(path, out var settings))
        {
            _read[path] = settings = Read(path, DeepestExtension);
        }

        return settings;
    }

    private static string? Nearest(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, FileName)))
            {
                return Path.Combine(folder, FileName);
            }
        }

        return null;
    }

    private Checked Read(string path, int depth)
    {
        if (depth == 0)
        {
            return Wrong($"'{path}' extends files that extend each other");
        }

        try
        {
            var file = JsonSerializer.Deserialize<SettingsFile>(InputFile.TextOf(path), SettingsFile.Json) ?? new();
            if (file.Rules.Keys.FirstOrDefault(id => !_ids.Value.Contains(id)) is { } unknown)
            {
                return Wrong($"'{path}': there is no rule '{unknown}'; 'hpcverify rules' lists them");
            }

            if (file.Rules.Keys.FirstOrDefault(id => !EffectiveSettings.MayChange(id)) is { } kept)
            {
                return Wrong($"'{path}': '{kept}' says that a file cannot be judged, and cannot be changed");
            }

            var own = new EffectiveSettings(file.Kernel is { } kernel ? new(kernel, path) : null, file.Rules.ToImmutableSortedDictionary(rule => rule.Key, rule => new Setting<RuleLevel>(rule.Value, path)));
            if (file.Extends is not { } other)
            {
                return new(own, null);
            }

            var (settings, problem) = Read(Path.GetFullPath(other, Path.GetDirectoryName(Path.GetFullPath(path))!), depth - 1);
            return new(own.Over(settings), problem);
        }
        catch (JsonException exception)
        {
            return Wrong($"'{path}', line {(exception.LineNumber ?? 0) + 1}: {exception.Message.Split(" Path:")[0]}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wrong($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static Checked Wrong(string problem) => new(EffectiveSettings.None, problem);
}
