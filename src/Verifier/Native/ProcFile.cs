using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// Files, folders and links of /proc and of control groups by plain system calls: they are looked at several times for each call of a kernel, and a stream costs more than its
/// text. What cannot be read is empty.
/// </summary>
internal static unsafe partial class ProcFile
{
    private const int ReadOnlyAndCloseOnExec = 0x80000;
    private const int FirstBytes = 1 << 14, LongestTarget = 4096;

    /// <summary>Where <c>struct dirent</c> has its name on 64-bit Linux.</summary>
    private const int NameOffset = 19;

    public static string Text(string path)
    {
        var file = Open(path, ReadOnlyAndCloseOnExec);
        if (file < 0)
        {
            return "";
        }

        var bytes = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            return ReadAll(file, ref bytes) is var length and >= 0 ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            _ = Close(file);
        }
    }

    public static string[] Lines(string path) => Text(path) is { Length: > 0 } text ? text.TrimEnd('\n').Split('\n') : [];

    /// <summary>The names in a folder, in no order.</summary>
    public static List<string> Names(string folder)
    {
        List<string> names = [];
        var entries = OpenFolder(folder);
        if (entries == 0)
        {
            return names;
        }

        for (var entry = ReadFolder(entries); entry is not null; entry = ReadFolder(entries))
        {
            if (Marshal.PtrToStringUTF8((nint)(entry + NameOffset)) is { } name && name is not ("." or ".."))
            {
                names.Add(name);
            }
        }

        _ = CloseFolder(entries);
        return names;
    }

    /// <summary>What a link leads to.</summary>
    public static string Target(string link)
    {
        var target = stackalloc byte[LongestTarget];
        var length = ReadLink(link, target, LongestTarget);
        return length <= 0 ? "" : Encoding.UTF8.GetString(target, (int)length);
    }

    /// <summary>How many bytes there are; negative where reading fails.</summary>
    private static int ReadAll(int file, ref byte[] bytes)
    {
        for (var length = 0; ;)
        {
            if (length == bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * bytes.Length);
                bytes.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = larger;
            }

            nint more;
            fixed (byte* start = bytes)
            {
                more = Read(file, start + length, bytes.Length - length);
            }

            if (more <= 0)
            {
                return more < 0 ? -1 : length;
            }

            length += (int)more;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int file, byte* start, nint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "readlink", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ReadLink(string path, byte* target, nint length);

    [LibraryImport("libc", EntryPoint = "opendir", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint OpenFolder(string path);

    [LibraryImport("libc", EntryPoint = "readdir")]
    private static partial byte* ReadFolder(nint entries);

    [LibraryImport("libc", EntryPoint = "closedir")]
    private static partial int CloseFolder(nint entries);
}
