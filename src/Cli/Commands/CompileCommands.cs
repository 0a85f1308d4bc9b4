using System.Collections.Immutable;
using System.Text;
using HpcVerify.Parser.Json;

namespace HpcVerify.Cli.Commands;

/// <summary>
/// The C files of a compilation database (<c>compile_commands.json</c>) with the macros that their commands define. Other options do
/// not matter: files are read as the scoring compiler reads them, without headers of the host.
/// </summary>
/// <param name="MacrosOf">For each file the lines that define and undefine its macros, in order.</param>
internal sealed record CompileCommands(ImmutableArray<string> Files, ImmutableDictionary<string, string> MacrosOf)
{
    private const string FileName = "compile_commands.json";

    /// <summary>Reads a database, or the one in a folder; null and the reason where there is none.</summary>
    public static (CompileCommands? Commands, string? Problem) Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        var (read, problem) = JsonFile.Read<List<CompileCommand>>(file, JsonFile.Foreign);
        if (read is null)
        {
            return (null, $"{problem} ('-p' takes a compilation database, or the folder of one)");
        }

        if (read.FindIndex(command => command.Problem is not null) is >= 0 and var wrong)
        {
            return (null, FormattableString.Invariant($"'{file}': entry {wrong + 1} {read[wrong].Problem}"));
        }

        var entries = read.Where(command => command.File.EndsWith(".c", StringComparison.Ordinal)).Select(command => (File: command.Path, Macros: MacrosIn(command.Words))).DistinctBy(entry => entry.File).ToList();
        return entries.Count == 0
            ? (null, $"'{file}' compiles no C file")
            : (new([.. entries.Select(entry => entry.File)], entries.ToImmutableDictionary(entry => entry.File, entry => entry.Macros)), null);
    }

    private static string MacrosIn(IReadOnlyList<string> words)
    {
        var lines = new StringBuilder();
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Length < 2 || words[index][..2] is not ("-D" or "-U"))
            {
                continue;
            }

            var isDefined = words[index][1] == 'D';
            var macro = words[index].Length > 2 ? words[index][2..] : index + 1 < words.Count ? words[++index] : "";
            // A compiler, too, leaves out what comes after a line end.
            macro = macro.Split('\n', '\r')[0];
            var (name, value) = macro.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end ? (macro[..end], macro[(end + 1)..]) : (macro, "1");
            lines.Append(isDefined ? $"#define {name} {value}\n" : $"#undef {name}\n");
        }

        return lines.ToString();
    }
}
