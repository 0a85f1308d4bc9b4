using System.Runtime.InteropServices;

namespace HpcVerify.Cli.Host;

/// <summary>The few calls of the C library for which .NET has no equivalent.</summary>
internal static partial class Libc
{
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;
    private const int CurrentDirectory = -100;
    private const uint TypeIsWanted = 1;
    private const nuint GetWindowSize = 0x5413;
    private const int KindOfFile = 0xF000;

    /// <summary>Ends the process at once, although threads may be stuck in native code.</summary>
    public static void Exit(int code) => ExitNow(code);

    /// <summary>
    /// Whether the caller of this process left a descriptor open. One that was closed may since have been given to a file
    /// of the runtime's own, which differs in that it would not outlive <c>exec</c>.
    /// </summary>
    public static bool IsInherited(int descriptor) =>
        DescriptorControl(descriptor, GetDescriptorFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    /// <summary>What lies behind a path, links followed; nothing is opened. Otherwise the system's number for why not.</summary>
    public static (FileKind Kind, int Error) KindOf(string path)
    {
        if (StatusOf(CurrentDirectory, path, 0, TypeIsWanted, out var status) != 0)
        {
            return (FileKind.Absent, Marshal.GetLastPInvokeError());
        }

        return ((status.Mode & KindOfFile) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Directory,
            _ => FileKind.Special,
        }, 0);
    }

    /// <summary>The width of a terminal; null for anything else.</summary>
    public static int? ColumnsOf(int descriptor) => DeviceControl(descriptor, GetWindowSize, out var size) == 0 ? size.Columns : null;

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int DeviceControl(int descriptor, nuint request, out WindowSize size);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitNow(int code);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int DescriptorControl(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatusOf(int folder, string path, int flags, uint mask, out FileStatus status);

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }

    /// <summary><c>struct statx</c>, which is the same on every processor; only the mode is read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}

/// <summary>What can lie behind a path.</summary>
internal enum FileKind
{
    Absent,
    Regular,
    Directory,
    Special,
}
