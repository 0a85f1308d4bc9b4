using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>Waiting for, and waking, another process at a word of shared memory.</summary>
internal static unsafe partial class Futex
{
    private const nint Wait = 0;
    private const nint Wake = 1;
    private const long NanosecondsPerTick = 100;

    private static nint CallNumber => RuntimeInformation.OSArchitecture is Architecture.Arm64 ? 98 : 202;

    /// <summary>Sleeps while the word still holds <paramref name="value"/>, at most <paramref name="limit"/>.</summary>
    public static void Sleep(uint* word, uint value, TimeSpan limit)
    {
        var duration = new Timespec(limit.Ticks / TimeSpan.TicksPerSecond, limit.Ticks % TimeSpan.TicksPerSecond * NanosecondsPerTick);
        _ = Call(CallNumber, word, Wait, (nint)value, &duration, 0, 0);
    }

    /// <summary>Wakes whoever sleeps there.</summary>
    public static void WakeAll(uint* word) => _ = Call(CallNumber, word, Wake, int.MaxValue, null, 0, 0);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(
        nint number, uint* word, nint operation, nint value, Timespec* limit, nint otherWord, nint otherValue);

    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}
