using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Json;

namespace HpcVerify.Cli.Settings;

/// <summary>Finds and reads the settings of files: those of the nearest folder above that has any, and what these extend.</summary>
internal sealed class SettingsReader
{
    public const string FileName = ".hpcverify.json";

    private const int DeepestExtension = 16;

    private readonly Dictionary<string, Checked> _read = [];

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
            // Whatever has the name is meant: a folder or a broken link is a mistake, and not a reason to look further up.
            if (File.Exists(Path.Combine(folder, FileName)) || Directory.Exists(Path.Combine(folder, FileName)))
            {
                return Path.Combine(folder, FileName);
            }
        }

        return null;
    }

    private static Checked Read(string path, int depth)
    {
        if (depth == 0)
        {
            return Wrong($"'{path}' extends files that extend each other");
        }

        var (file, problem) = JsonFile.Read<SettingsFile>(path, SettingsFile.Json, nothing: new());
        if (file is null)
        {
            return Wrong(problem!);
        }

        if (file.Rules.Keys.Select(id => RuleNames.Problem(id, [])).FirstOrDefault(wrong => wrong is not null) is { } unknown)
        {
            return Wrong($"'{path}': {unknown}");
        }

        if (file.Rules.Keys.FirstOrDefault(id => !EffectiveSettings.MayChange(id)) is { } kept)
        {
            return Wrong($"'{path}': '{kept}' says that a file cannot be judged, and cannot be changed");
        }

        var own = new EffectiveSettings(
            file.Kernel is { } kernel ? new(kernel, path) : null,
            file.FailOn is { } failOn ? new(failOn, path) : null,
            file.Rules.ToImmutableSortedDictionary(rule => rule.Key, rule => new Setting<RuleLevel>(rule.Value, path)));
        if (file.Extends is not { } other)
        {
            return new(own, null);
        }

        var (settings, worse) = Read(Beside(path, other), depth - 1);
        return new(own.Over(settings), worse);
    }

    /// <summary>The path of a file that is named relative to another; names that no file can have stay as they are.</summary>
    private static string Beside(string path, string other) =>
        other.Contains('\0', StringComparison.Ordinal) ? other : Path.GetFullPath(other, Path.GetDirectoryName(Path.GetFullPath(path))!);

    private static Checked Wrong(string problem) => new(EffectiveSettings.None, problem);
}
