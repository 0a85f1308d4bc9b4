using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// Finds code of a kernel that goes on after its call was answered. In a frozen process every thread stands somewhere: a
/// team that waits for its next region stands in its runtime library or waits for a futex, and the thread that answered in
/// the driver. Only work that has outlived the call stands in the kernel's code or sleeps, and only a forged answer leaves
/// the first thread anywhere but in the driver.
/// </summary>
internal static class StrayThreads
{
    private const string InUserMode = "-1";
    private const int ProgramCounterFromEnd = 1;

    /// <summary>No runtime's team sleeps by the clock: nanosleep and clock_nanosleep.</summary>
    private static readonly FrozenSet<string> Sleeping =
        (RuntimeInformation.OSArchitecture is Architecture.Arm64 ? (string[])["101", "115"] : ["35", "230"]).ToFrozenSet();

    /// <summary>Whether a thread of a frozen process stands where none may after an answer.</summary>
    /// <param name="objectPath">The kernel, as the process sees it.</param>
    /// <param name="driverPath">The driver, likewise.</param>
    public static bool IsAny(int process, MemoryMap map, string objectPath, string driverPath)
    {
        var (kernel, driver) = (map.CodeOf(objectPath), map.CodeOf(driverPath));
        var first = FormattableString.Invariant($"/proc/{process}/task/{process}");
        return ProcessTree.Tasks(process).Any(task => Place(task) is var (call, counter)
            && ((call == InUserMode && kernel.Any(range => range.Contains(counter)))
                || Sleeping.Contains(call)
                || (task == first && !driver.IsEmpty && !driver.Any(range => range.Contains(counter)))));
    }

    /// <summary>The system call a thread is in, if any, and where it stands outside the system; null where it may not be looked at.</summary>
    private static (string Call, ulong Counter)? Place(string task) =>
        ProcFile.Text($"{task}/syscall").TrimEnd().Split(' ') is { Length: > 1 } words
            ? (words[0], ulong.Parse(words[^ProgramCounterFromEnd].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : null;
}
