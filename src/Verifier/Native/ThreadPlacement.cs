using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>Keeps the calling thread off the processors of a team while it waits for it, and lets it go everywhere again; gives the threads of a team their places.</summary>
internal readonly partial struct ThreadPlacement : IDisposable
{
    private const int BitsOfWord = 64;

    /// <summary>Linux's own limit is 8192 processors.</summary>
    private const int Words = 8192 / BitsOfWord;

    private readonly bool isMoved;

    private ThreadPlacement(bool isMoved) => this.isMoved = isMoved;

    /// <summary>Does nothing where the team has all processors, or the system refuses.</summary>
    public static ThreadPlacement Off(ImmutableArray<int> processors) =>
        new(!processors.IsEmpty && NativeProbe.AllowedProcessors().Except(processors).ToList() is { Count: > 0 } others && Move(others));

    /// <summary>Keeps each thread of a process on one processor, the first one on the first; who ends meanwhile needs no place.</summary>
    public static void Spread(int process, ImmutableArray<int> processors)
    {
        var threads = ProcFile.Names(FormattableString.Invariant($"/proc/{process}/task")).Select(name => int.Parse(name, CultureInfo.InvariantCulture)).OrderBy(thread => thread != process).ThenBy(thread => thread);
        foreach (var (index, thread) in threads.Index())
        {
            _ = SetAffinity(thread, Words * sizeof(ulong), Mask([processors[index % processors.Length]]));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isMoved)
        {
            _ = Move(NativeProbe.AllowedProcessors());
        }
    }

    private static bool Move(IEnumerable<int> processors) => SetAffinity(0, Words * sizeof(ulong), Mask(processors)) == 0;

    private static ulong[] Mask(IEnumerable<int> processors)
    {
        var mask = new ulong[Words];
        foreach (var processor in processors)
        {
            mask[processor / BitsOfWord] |= 1UL << (processor % BitsOfWord);
        }

        return mask;
    }

    /// <summary>0 is the calling thread.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, ulong[] mask);
}
