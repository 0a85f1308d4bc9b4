using System.Runtime.InteropServices;

namespace Microsoft.Z3;

/// <summary>The version of the native library.</summary>
public static unsafe class Version
{
    public static uint Major => Numbers().Major;

    public static uint Minor => Numbers().Minor;

    public static uint Build => Numbers().Build;

    public static uint Revision => Numbers().Revision;

    public static string FullVersion => Marshal.PtrToStringUTF8(Native.Z3_get_full_version())!;

    private static (uint Major, uint Minor, uint Build, uint Revision) Numbers()
    {
        uint major, minor, build, revision;
        Native.Z3_get_version(&major, &minor, &build, &revision);
        return (major, minor, build, revision);
    }
}
