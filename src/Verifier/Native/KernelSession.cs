using System.Collections.Immutable;
using System.Diagnostics;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// One loaded kernel in one sandboxed process, called any number of times. The supervisor owns the clock, the inputs and the
/// comparison: inputs reach the process in pages it cannot write, outputs are read from the supervisor's own mapping of the
/// same file, and between calls the process stands still.
/// </summary>
public sealed class KernelSession : IDisposable
{
    private const int DriverFailed = 120;
    private const int FirstSignalCode = 128;
    private const string KernelPath = "/work/kernel.so";
    private const string DriverPath = "/work/driver";

    private readonly SharedFile control;
    private readonly SharedFile inputs;
    private readonly SharedFile outputs;
    private readonly SandboxProcess process;
    private readonly ControlPage page;
    private readonly DriverLink link;
    private readonly long capacityBytes;
    private readonly bool isTrusted;
    private CallPlan plan = new([], [], [], []);
    private ProcessState? usual;
    private CallOutcome? end;

    private KernelSession(
        Sandbox sandbox, string driverPath, string objectPath, string entry, SessionOptions options, TimeProvider clock)
    {
        var folder = sandbox.Options.SharedMemoryFolder;
        isTrusted = options.IsTrusted;
        capacityBytes = Math.Max(CallPlan.PageSize, options.CapacityBytes);
        control = SharedFile.Create(folder, "control", ControlPage.Length);
        inputs = SharedFile.Create(folder, "inputs", capacityBytes);
        outputs = SharedFile.Create(folder, "outputs", capacityBytes);
        page = new(control);
        page.SetSpin(options.Spin);
        var command = new SandboxCommand(
            SandboxPhase.Run, [DriverPath, KernelPath, entry],
            [new(driverPath, DriverPath, false), new(Path.GetFullPath(objectPath), KernelPath, false)],
            options.Environment, options.Limits)
        {
            Files = new(control.Path, inputs.Path, outputs.Path),
            Processors = options.Processors,
            View = options.View,
            SharedBytes = 2 * capacityBytes,
        };
        process = SandboxProcess.Start(sandbox, command, page.WakeSupervisor);
        link = new(process, page, options, clock);
    }

    /// <summary>The processors it was put on; empty for all.</summary>
    public ImmutableArray<int> Processors { get; private init; } = [];

    /// <summary>Loads <paramref name="objectPath"/> and finds <paramref name="entry"/> in it.</summary>
    public static SessionStart Start(
        Sandbox sandbox, string driverPath, string objectPath, string entry, SessionOptions options, TimeProvider clock,
        CancellationToken cancellation)
    {
        var session = new KernelSession(sandbox, driverPath, objectPath, entry, options, clock) { Processors = options.Processors };
        var isRunning = false;
        try
        {
            var failure = session.Load(cancellation);
            isRunning = failure is null;
            return failure is null ? new SessionStart.Running(session) : new SessionStart.Failed(failure);
        }
        finally
        {
            if (!isRunning)
            {
                session.Dispose();
            }
        }
    }

    /// <summary>Makes one call; after anything but <see cref="CallOutcome.Completed"/> the session is over.</summary>
    public CallOutcome Call(CallRequest request, CancellationToken cancellation)
    {
        if (end is not null)
        {
            return new CallOutcome.Infrastructure("the session has ended");
        }

        plan = CallPlan.Of(request);
        if (plan.Problem(capacityBytes) is { Length: > 0 } problem)
        {
            return new CallOutcome.Infrastructure(problem);
        }

        try
        {
            return Make(request, cancellation);
        }
        catch (OperationCanceledException)
        {
            end = new CallOutcome.Infrastructure("the call was cancelled");
            throw;
        }
    }

    /// <summary>A buffer of the last call as it is now; valid until the next call and only while the session lives.</summary>
    public ReadOnlySpan<byte> Read(int argument)
    {
        var region = plan.Regions[plan.RegionOfArgument[argument]];
        return FileOf(region).Bytes(region.FileOffset + region.Start, region.Buffer.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end ??= new CallOutcome.Infrastructure("the session has ended");
        process.Dispose();
        control.Dispose();
        inputs.Dispose();
        outputs.Dispose();
    }

    private CallOutcome Make(CallRequest request, CancellationToken cancellation)
    {
        page.Write(plan, request.Returns);
        if (FailureOf(link.Ring(DriverPhase.Prepare, cancellation)) is { } failure)
        {
            return failure;
        }

        // Only now, while nothing of the kernel can run, do the new data come into being.
        foreach (var region in plan.Regions)
        {
            Fill(region);
        }

        var ring = link.Ring(DriverPhase.Run, cancellation);
        if (ring is RingOutcome.Answered && !isTrusted && Trace() is { } trace)
        {
            process.Kill();
            return end = trace;
        }

        return ring is RingOutcome.Answered answered
            ? new CallOutcome.Completed(
                answered.Elapsed, answered.ElapsedFrozen, answered.ProcessorTime, plan.Regions.All(IsIntact), page.Result)
            : FailureOf(ring) ?? throw new UnreachableException();
    }

    /// <summary>What the kernel did not leave as it was: first what still runs, then what the driver alone can see, then what the host sees.</summary>
    private CallOutcome? Trace()
    {
        var map = MemoryMap.Of(link.DriverProcess);
        if (StrayThreads.IsAny(link.DriverProcess, map, KernelPath, DriverPath))
        {
            return new CallOutcome.KeptRunning();
        }

        var isMappedAgain = map.Count(Path.GetFileName(inputs.Path)) + map.Count(Path.GetFileName(outputs.Path)) > plan.Regions.Length;
        var what = Phrase(page.Changed)
            ?? (isMappedAgain ? "a mapping of the call's buffers" : null)
            ?? (usual is null ? null : ProcessState.Of(link.DriverProcess).LeftSince(usual));
        return what is null ? null : new CallOutcome.LeftBehind(what);
    }

    private static string? Phrase(ThreadState changed) =>
        changed.HasFlag(ThreadState.FloatingPointControl) ? "another mode of floating-point arithmetic"
        : changed.HasFlag(ThreadState.X87Control) ? "another mode of x87 arithmetic"
        : changed.HasFlag(ThreadState.DirectionFlag) ? "the direction flag"
        : changed.HasFlag(ThreadState.SignalStack) ? "a stack for signal handlers"
        : changed == ThreadState.None ? null
        : "forged words on the control page";

    private CallOutcome? Load(CancellationToken cancellation)
    {
        if (process.StartFailure is { } failure)
        {
            return new CallOutcome.Infrastructure(failure);
        }

        if (!link.AwaitDriver(cancellation))
        {
            process.Kill();
            return new CallOutcome.Infrastructure($"the driver did not start: {process.Errors.Trim()}");
        }

        // Both sides hold them open; without names nothing can be left behind.
        control.Unlink();
        inputs.Unlink();
        outputs.Unlink();
        link.PlaceThreads();
        var before = ProcessState.Of(link.DriverProcess).WithOwnFilter();
        var failed = FailureOf(link.Ring(DriverPhase.Prepare, cancellation));
        if (failed is null && ProcessState.Of(link.DriverProcess).LeftSince(before) is { } what)
        {
            process.Kill();
            return end = new CallOutcome.LeftBehind(what);
        }

        usual = before;
        return failed is CallOutcome.Exited { Code: DriverFailed } && page.Status is DriverStatus.NotLoaded or DriverStatus.NoEntry
            ? new CallOutcome.NotLoaded(page.Message)
            : failed;
    }

    private CallOutcome? FailureOf(RingOutcome ring)
    {
        end = ring switch
        {
            RingOutcome.Answered => null,
            RingOutcome.Late late => new CallOutcome.TimedOut(late.Wall, late.ProcessorTime, late.Denied, late.IsStarved),
            RingOutcome.Ended => HowEnded(),
            _ => throw new UnreachableException(),
        };
        return end;
    }

    private CallOutcome HowEnded()
    {
        var messages = process.Errors;
        return process.Group.RanOutOfMemory ? new CallOutcome.OutOfMemory(messages)
            : page.Status is DriverStatus.NoMemory && process.ExitCode == DriverFailed ? new CallOutcome.OutOfMemory(messages)
            : process.ExitCode > FirstSignalCode
            ? new CallOutcome.Crashed(SignalName.Of(process.ExitCode - FirstSignalCode), messages)
            : new CallOutcome.Exited(process.ExitCode, messages);
    }

    private void Fill(BufferRegion region)
    {
        var file = FileOf(region);
        Canary.Fill(file.Bytes(region.FileOffset, region.Start), region.FileOffset, region.IsWritable);
        Canary.Fill(file.Bytes(region.End, region.Slack), region.End, region.IsWritable);
        region.Buffer.Fill(file.Bytes(region.FileOffset + region.Start, region.Buffer.Length));
    }

    private bool IsIntact(BufferRegion region)
    {
        var file = FileOf(region);
        return Canary.IsIntact(file.Bytes(region.FileOffset, region.Start), region.FileOffset, region.IsWritable)
            && Canary.IsIntact(file.Bytes(region.End, region.Slack), region.End, region.IsWritable);
    }

    private SharedFile FileOf(BufferRegion region) => region.IsWritable ? outputs : inputs;
}
