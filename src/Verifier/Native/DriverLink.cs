using System.Collections.Immutable;

namespace HpcVerify.Verifier.Native;

/// <summary>How a ring of the doorbell ended.</summary>
internal abstract record RingOutcome
{
    private RingOutcome() { }

    /// <summary>Answered; the process is frozen again.</summary>
    public sealed record Answered(TimeSpan Elapsed, TimeSpan ElapsedFrozen, TimeSpan ProcessorTime) : RingOutcome;

    /// <summary>The process has ended by itself.</summary>
    public sealed record Ended : RingOutcome;

    /// <summary>Out of time, and killed.</summary>
    public sealed record Late(TimeSpan Wall, TimeSpan ProcessorTime, TimeSpan Denied, bool IsStarved) : RingOutcome;
}

/// <summary>Rings the driver's doorbell, holds the clock while it works, and keeps it frozen in between.</summary>
internal sealed class DriverLink
{
    // A wall this many limits high ends a call however little the machine has granted.
    private const int StarvationFactor = 4;
    private const int EagerLooks = 16;
    private static readonly TimeSpan Nap = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly SandboxProcess process;
    private readonly ControlPage page;
    private readonly SessionOptions options;
    private readonly TimeProvider clock;
    private ImmutableArray<int> members = [];
    private uint ring = 1;

    public DriverLink(SandboxProcess process, ControlPage page, SessionOptions options, TimeProvider clock)
    {
        this.process = process;
        this.page = page;
        this.options = options;
        this.clock = clock;
    }

    /// <summary>The process the kernel runs in, by the host's number; the innermost of the sandbox.</summary>
    public int DriverProcess => members[^1];

    /// <summary>Waits until the driver runs, which is before any code of the candidate does.</summary>
    public bool AwaitDriver(CancellationToken cancellation)
    {
        var begin = clock.GetTimestamp();
        while (page.Answered != ring && !process.HasExited)
        {
            cancellation.ThrowIfCancellationRequested();
            if (clock.GetElapsedTime(begin) > options.Limits.Wall * StarvationFactor)
            {
                return false;
            }

            WaitForAnswer();
        }

        members = process.Group.CanFreeze ? process.Group.Members : ProcessTree.Members(process.Id);
        return page.Answered == ring;
    }

    /// <summary>Lets the driver do <paramref name="phase"/> and freezes it when it answers.</summary>
    public RingOutcome Ring(DriverPhase phase, CancellationToken cancellation)
    {
        var usedBefore = process.Group.ProcessorTime ?? TimeSpan.Zero;
        ring++;
        page.SetPhase(phase);

        // Whoever looks for the answer without sleeping must not take the team's processor to do it.
        using var placement = ThreadPlacement.Off(options.Processors);

        // Threads that came with the last call have no place yet.
        PlaceThreads();

        // The thaw lies inside the clock of ElapsedFrozen: threads a kernel left behind see the new inputs from there on.
        var thawed = clock.GetTimestamp();
        Thaw();
        var rung = clock.GetTimestamp();
        page.SetDoorbell(ring);
        page.WakeDriver();
        if (Await(rung, usedBefore, cancellation) is { } failure)
        {
            return failure;
        }

        var answered = clock.GetTimestamp();
        if (!Freeze(answered))
        {
            // Only a thread deep in a long system call of the kernel's own choosing holds out that long.
            process.Kill();
            return new RingOutcome.Late(clock.GetElapsedTime(rung), UsedSince(usedBefore), TimeSpan.Zero, IsStarved: false);
        }

        var frozen = clock.GetTimestamp();
        return new RingOutcome.Answered(
            clock.GetElapsedTime(rung, answered), clock.GetElapsedTime(thawed, frozen),
            UsedSince(usedBefore));
    }

    /// <summary>Puts all threads there are where they belong; whoever compares states of the process does so from then on.</summary>
    public void PlaceThreads()
    {
        if (!options.Places.IsEmpty)
        {
            ThreadPlacement.Spread(DriverProcess, options.Places);
        }
    }

    private RingOutcome? Await(long begin, TimeSpan usedBefore, CancellationToken cancellation)
    {
        Spin(begin);
        SchedulerAccount? first = null;
        while (page.Answered != ring)
        {
            if (process.HasExited)
            {
                return new RingOutcome.Ended();
            }

            if (cancellation.IsCancellationRequested)
            {
                process.Kill();
                cancellation.ThrowIfCancellationRequested();
            }

            WaitForAnswer();
            var wall = clock.GetElapsedTime(begin);
            if (wall >= Look && page.Answered != ring)
            {
                first ??= SchedulerAccount.Sample(members);
                if (wall >= options.Limits.Wall && Judge(first, wall, usedBefore) is { } late)
                {
                    return late;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The limit counts granted time, wall less denied, so a busy machine neither condemns a kernel nor excuses one that
    /// loops or sleeps: those are denied nothing and are late at the limit. Where denial never ends, the call is given up.
    /// </summary>
    private RingOutcome.Late? Judge(SchedulerAccount first, TimeSpan wall, TimeSpan usedBefore)
    {
        var account = SchedulerAccount.Sample(members);
        var denied = account.DeniedSince(first, wall);
        var isLate = wall - denied >= options.Limits.Wall;
        if (!isLate && wall < options.Limits.Wall * StarvationFactor)
        {
            return null;
        }

        var used = process.Group.ProcessorTime - usedBefore ?? account.UsedSince(first);
        process.Kill();
        return new(wall, used, denied, !isLate);
    }

    private void Spin(long begin)
    {
        while (options.Spin > TimeSpan.Zero && page.Answered != ring && clock.GetElapsedTime(begin) < options.Spin)
        {
            Thread.SpinWait(1);
        }
    }

    private unsafe void WaitForAnswer()
    {
        var seen = page.Answered;
        if (seen != ring)
        {
            Futex.Sleep(page.Completion, seen, Look);
        }
    }

    private TimeSpan UsedSince(TimeSpan before) => (process.Group.ProcessorTime ?? before) - before;

    private bool Freeze(long begin)
    {
        if (process.Group.CanFreeze)
        {
            process.Group.Freeze();
            return AwaitStill(() => process.Group.IsFrozen, begin);
        }

        // Without a freezer the youngest of the tree is stopped: the filter forbids the driver children of its own.
        ProcessTree.Stop(members[^1]);
        return AwaitStill(() => ProcessTree.IsStopped(members[^1]), begin);
    }

    private bool AwaitStill(Func<bool> isStill, long begin)
    {
        for (var looks = 0; !isStill(); looks++)
        {
            if (clock.GetElapsedTime(begin) > options.Limits.Wall)
            {
                return false;
            }

            Rest(looks);
        }

        return true;
    }

    /// <summary>Threads must run to stand still: where others want the processors, who looks all the time is in their way.</summary>
    private unsafe void Rest(int looks)
    {
        if (looks < EagerLooks)
        {
            Thread.Yield();
        }
        else
        {
            Futex.Sleep(page.Completion, page.Answered, Nap);
        }
    }

    private void Thaw()
    {
        if (process.Group.CanFreeze)
        {
            process.Group.Thaw();
        }
        else
        {
            ProcessTree.Continue(members[^1]);
        }
    }
}
