namespace HpcVerify.Cli;

/// <summary>A file with something that only its owner may know; made on first use.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>What the file holds, or the sentence that says why that is not to be had.</summary>
    /// <param name="make">What it is to hold where there is none yet.</param>
    public static (string? Text, string? Problem) ReadOrMake(string path, Func<string> make)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path, make());
            }

            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
                ? (null, $"'{path}' can be read or written by others (chmod 600 {path})")
                : (File.ReadAllText(path).Trim(), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{path}' cannot be read or made: {exception.Message}");
        }
    }

    /// <summary>Appears whole or not at all; of two who make it at once, the first one's stays.</summary>
    private static void Make(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine(text);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
