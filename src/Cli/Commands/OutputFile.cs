using System.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>Files that commands write.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file, in a folder that is made if need be; null, or why it cannot be written.</summary>
    public static string? Write(string path, string text) => Try(path, () => File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));

    /// <summary>Null, or why a file could not be written: to be asked before the work that is to be kept there. What is there stays as it is.</summary>
    public static string? ProblemWith(string path) => Try(path, () =>
    {
        var isNew = !File.Exists(path);
        File.Open(path, FileMode.Append).Dispose();
        if (isNew)
        {
            File.Delete(path);
        }
    });

    private static string? Try(string path, Action write)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            write();
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"'{path}' cannot be written: {(Directory.Exists(path) ? "it is a directory" : "permission denied")}";
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            return $"'{path}' cannot be written: {exception.Message}";
        }
    }
}
