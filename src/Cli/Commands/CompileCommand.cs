using System.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>One entry of a compilation database, as LLVM defines it.</summary>
internal sealed record CompileCommand(string Directory, string File, string? Command = null, IReadOnlyList<string>? Arguments = null)
{
    /// <summary>What the entry lacks, or has that no file or folder is called; null where it can be used.</summary>
    public string? Problem =>
        Command is null && Arguments is null ? "has neither 'arguments' nor 'command'"
        : !System.IO.Path.IsPathRooted(Directory) ? "has a 'directory' that is no full path"
        : (Directory + File).Contains('\0', StringComparison.Ordinal) ? "has a null character in its path"
        : null;

    /// <summary>The file as seen from the folder that this process runs in.</summary>
    public string Path => System.IO.Path.GetRelativePath(System.IO.Directory.GetCurrentDirectory(), System.IO.Path.GetFullPath(File, Directory));

    public IReadOnlyList<string> Words => Arguments is null ? Split(Command!) : [.. Arguments.OfType<string>()];

    /// <summary>A command as a POSIX shell splits it into words, without expanding anything.</summary>
    private static List<string> Split(string command)
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
