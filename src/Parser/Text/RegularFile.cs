using System.Runtime.InteropServices;

namespace HpcVerify.Parser.Text;

/// <summary>Files that may be opened. Devices, sockets and named pipes are not: they may never answer, or never end.</summary>
public static partial class RegularFile
{
    /// <summary>What is said of devices, sockets and named pipes.</summary>
    public const string Special = "it is not a regular file";

    /// <summary>What the bytes of a name become that are no text; no call can give them back.</summary>
    private const char NoText = '\uFFFD';

    private const long LargestTextInBytes = 256 << 20;

    private const int NoEntry = 2;
    private const int NotADirectory = 20;
    private const int CurrentDirectory = -100;
    private const uint TypeIsWanted = 1;
    private const int KindOfFile = 0xF000;
    private const int Regular = 0x8000;
    private const int Directory = 0x4000;

    /// <summary>Why there is no regular file at a path, links followed; null where there is one. Nothing is opened.</summary>
    public static string? WhyNot(string path)
    {
        if (path.Length == 0)
        {
            return "its name is empty";
        }

        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return "its name has a null character in it";
        }

        if (StatusOf(CurrentDirectory, path, 0, TypeIsWanted, out var status) != 0)
        {
            return Marshal.GetLastPInvokeError() is NoEntry or NotADirectory ? path.Contains(NoText, StringComparison.Ordinal) ? "no such file, unless its name is not in UTF-8" : "no such file" : Marshal.GetLastPInvokeErrorMessage().ToLowerInvariant();
        }

        return (status.Mode & KindOfFile) switch
        {
            Regular => null,
            Directory => "it is a directory",
            _ => Special,
        };
    }

    /// <summary>What is in a text file; otherwise why it cannot be read, for a sentence that names the file.</summary>
    public static (string? Text, string? Problem) TextOf(string path)
    {
        if (WhyNot(path) is { } obstacle)
        {
            return (null, obstacle);
        }

        try
        {
            return new FileInfo(path).Length > LargestTextInBytes ? (null, "it is larger than 256 MB") : (File.ReadAllText(path), null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "permission denied");
        }
        catch (IOException exception)
        {
            return (null, exception.Message);
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatusOf(int folder, string path, int flags, uint mask, out FileStatus status);

    /// <summary><c>struct statx</c>, which is the same on every processor; only the mode is read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}
