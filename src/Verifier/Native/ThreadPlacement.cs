using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>Keeps the calling thread off the processors of a team while it waits for it, and lets it go everywhere again.</summary>
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

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isMoved)
        {
            _ = Move(NativeProbe.AllowedProcessors());
        }
    }

    private static bool Move(IEnumerable<int> processors)
    {
        var mask = new ulong[Words];
        foreach (var processor in processors)
        {
            mask[processor / BitsOfWord] |= 1UL << (processor % BitsOfWord);
        }

        return SetAffinity(0, Words * sizeof(ulong), mask) == 0;
    }

    /// <summary>0 is the calling thread.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, ulong[] mask);
}
