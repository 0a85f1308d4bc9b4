using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

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
        try
        {
            using var document = JsonDocument.Parse(InputFile.TextOf(file));
            var entries = document.RootElement.EnumerateArray().Select(Entry).Where(entry => entry.File.EndsWith(".c", StringComparison.Ordinal)).DistinctBy(entry => entry.File).ToList();
            return entries.Count == 0
                ? (null, $"'{file}' compiles no C file")
                : (new([.. entries.Select(entry => entry.File)], entries.ToImmutableDictionary(entry => entry.File, entry => entry.Macros)), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, $"'{file}' is no compilation database: {exception.Message}");
        }
    }

    private static (string File, string Macros) Entry(JsonElement entry)
    {
        var folder = entry.GetProperty("directory").GetString()!;
        var words = entry.TryGetProperty("arguments", out var arguments)
            ? arguments.EnumerateArray().Select(word => word.GetString()!).ToList()
            : Words(entry.GetProperty("command").GetString()!);
        return (Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(entry.GetProperty("file").GetString()!, folder)), MacrosIn(words));
    }

    private static string MacrosIn(List<string> words)
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

    /// <summary>A command as a POSIX shell splits it into words, without expanding anything.</summary>
    private static List<string> Words(string command)
    {
        var (words, word, quote) = (new List<string>(), (StringBuilder?)null, '\0');
        for (var index = 0; index < command.Length; index++)
        {
            var character = command[index];
            if (character == '\\' && quote != '\'' && index + 1 < command.Length)
            {
                (word ??= new()).Append(command[++index]);
            }
            else if (quote == '\0' && character is '"' or '\'' || character == quote)
            {
                quote = quote == '\0' ? character : '\0';
                word ??= new();
            }
            else if (quote == '\0' && char.IsWhiteSpace(character))
            {
                words.AddRange(word is null ? [] : [word.ToString()]);
                word = null;
            }
            else
            {
                (word ??= new()).Append(character);
            }
        }

        words.AddRange(word is null ? [] : [word.ToString()]);
        return words;
    }
}
