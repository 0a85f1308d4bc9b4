using System.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>Files that commands write.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file, in a folder that is made if need be; null, or why it cannot be written.</summary>
    public static string? Write(string path, string text)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
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
