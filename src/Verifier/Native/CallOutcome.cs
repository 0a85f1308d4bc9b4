namespace HpcVerify.Verifier.Native;

/// <summary>How one call, or the loading before it, ended.</summary>
public abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>
    /// The ring was answered. This alone claims nothing about the outputs: the kernel can forge the answer, but then they
    /// are judged as they were when the process was frozen.
    /// </summary>
    /// <param name="Elapsed">From ring to answer.</param>
    /// <param name="ElapsedFrozen">
    /// From the thaw before the ring to the moment all threads are known to stand still. By what it exceeds
    /// <paramref name="Elapsed"/>, a forged answer can have been early at most.
    /// </param>
    /// <param name="ProcessorTime">
    /// What the whole tree used until frozen, where it can be counted. More than <paramref name="Elapsed"/> times the
    /// processors allowed says that it went on working after its answer.
    /// </param>
    /// <param name="AreCanariesIntact">Whether the bytes around outputs are as they were.</param>
    /// <param name="ReturnBits">The value returned, as 64 bits.</param>
    public sealed record Completed(
        TimeSpan Elapsed, TimeSpan ElapsedFrozen, TimeSpan ProcessorTime, bool AreCanariesIntact, long ReturnBits) : CallOutcome;

    /// <summary>The call was answered, but a thread was still at work in the kernel's own code, or slept to go on later.</summary>
    public sealed record KeptRunning : CallOutcome;

    /// <summary>The kernel returned, but <paramref name="What"/> of the process is not as it was: <c>a signal handler</c>.</summary>
    public sealed record LeftBehind(string What) : CallOutcome;

    /// <summary>The process died of a signal, or left with a code above 128 to look as if.</summary>
    public sealed record Crashed(string SignalName, string Messages) : CallOutcome;

    /// <summary>The kernel left the process; code 0 is no success.</summary>
    public sealed record Exited(int Code, string Messages) : CallOutcome;

    /// <summary>
    /// The limit passed. With <paramref name="IsStarved"/> the machine withheld so much that the limit of granted time was
    /// never reached, and nothing is known about the kernel.
    /// </summary>
    public sealed record TimedOut(
        TimeSpan WallTime, TimeSpan ProcessorTime, TimeSpan DeniedTime, bool IsStarved) : CallOutcome;

    /// <summary>The kernel used more memory than it was given.</summary>
    public sealed record OutOfMemory(string Messages) : CallOutcome;

    /// <summary>The dynamic linker refused the object, or it has no such entry point.</summary>
    public sealed record NotLoaded(string Reason) : CallOutcome;

    /// <summary>Nothing is known about the kernel, because of <paramref name="Reason"/>.</summary>
    public sealed record Infrastructure(string Reason) : CallOutcome;
}

/// <summary>A session, or why there is none.</summary>
public abstract record SessionStart
{
    private SessionStart() { }

    /// <summary>The kernel is loaded and waits.</summary>
    public sealed record Running(KernelSession Session) : SessionStart;

    /// <summary>Loading ended otherwise.</summary>
    public sealed record Failed(CallOutcome Outcome) : SessionStart;
}
