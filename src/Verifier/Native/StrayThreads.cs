using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// Finds threads that go on working after the kernel has returned. In a frozen process every thread stands somewhere: a
/// team that waits for its next region stands in its runtime library or in the system, and the driver's own thread in the
/// driver. Only work that has outlived the call stands in the kernel's code.
/// </summary>
internal static class StrayThreads
{
    private const string InUserMode = "-1";
    private const int ProgramCounterFromEnd = 1;

    /// <summary>Whether a thread of a frozen process stands in the code of the object it sees as <paramref name="objectPath"/>.</summary>
    public static bool IsAnyIn(int process, string objectPath)
    {
        var code = CodeOf(process, objectPath);
        return ProcessTree.Tasks(process).Select(ProgramCounter).Any(counter => code.Exists(range => counter >= range.Start && counter < range.End));
    }

    /// <summary>Where a thread stands outside the system; 0 for one that waits inside it or may not be looked at.</summary>
    private static ulong ProgramCounter(string task)
    {
        var words = Lines(Path.Combine(task, "syscall")).FirstOrDefault("").Split(' ');
        return words[0] == InUserMode ? Hexadecimal(words[^ProgramCounterFromEnd].AsSpan(2)) : 0;
    }

    private static List<(ulong Start, ulong End)> CodeOf(int process, string objectPath) =>
    [
        .. from line in Lines($"/proc/{process}/maps")
           let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where words[1].Contains('x') && words[^1] == objectPath
           let dash = words[0].IndexOf('-')
           select (Hexadecimal(words[0].AsSpan(0, dash)), Hexadecimal(words[0].AsSpan(dash + 1))),
    ];

    private static ulong Hexadecimal(ReadOnlySpan<char> text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
