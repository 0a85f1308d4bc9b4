using System.Runtime.InteropServices;

namespace HpcVerify.Cli.Host;

/// <summary>The few calls of the C library for which .NET has no equivalent.</summary>
internal static partial class Libc
{
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;
    private const nuint GetWindowSize = 0x5413;

    /// <summary>Ends the process at once, although threads may be stuck in native code.</summary>
    public static void Exit(int code) => ExitNow(code);

    /// <summary>
    /// Whether the caller of this process left a descriptor open. One that was closed may since have been given to a file
    /// of the runtime's own, which differs in that it would not outlive <c>exec</c>.
    /// </summary>
    public static bool IsInherited(int descriptor) =>
        DescriptorControl(descriptor, GetDescriptorFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    /// <summary>The width of a terminal; null for anything else.</summary>
    public static int? ColumnsOf(int descriptor) => DeviceControl(descriptor, GetWindowSize, out var size) == 0 ? size.Columns : null;

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int DeviceControl(int descriptor, nuint request, out WindowSize size);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitNow(int code);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int DescriptorControl(int descriptor, int command);

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
