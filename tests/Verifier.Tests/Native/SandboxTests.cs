using System.Collections.Immutable;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>What happens where the machine offers less, where it is busy, and where the caller gives up.</summary>
[Collection(NativeTests.Name)]
public sealed class SandboxTests(NativeBench bench, ITestOutputHelper output)
{
    private static readonly SessionOptions Short = SessionOptions.WithThreads(1) with
    {
        Limits = ProcessLimits.ForRun with { Wall = TimeSpan.FromSeconds(1) },
    };

    [Fact]
    public void WithoutBubblewrapCandidateCodeIsRefused()
    {
        var options = bench.Options with { BubblewrapPath = "/nowhere/bwrap" };
        Assert.IsType<SandboxState.Refused>(Sandbox.Probe(options, ControlGroupHierarchies.None));
    }

    [Fact]
    public void BubblewrapThatDoesNotWorkIsRefused()
    {
        var options = bench.Options with { BubblewrapPath = "/usr/bin/false" };
        Assert.IsType<SandboxState.Refused>(Sandbox.Probe(options, ControlGroupHierarchies.None));
    }

    [Fact]
    public void ExplicitlyUnsafeRunHasLimitsOnly()
    {
        var options = bench.Options with { BubblewrapPath = "/nowhere/bwrap", Confinement = Confinement.UnsafeLimitsOnly };
        var sandbox = Assert.IsType<SandboxState.Ready>(Sandbox.Probe(options, ControlGroupHierarchies.None)).Sandbox;
        Assert.False(sandbox.IsConfined);
        Assert.Equal(7, Assert.IsType<CallOutcome.Completed>(CallOnce(sandbox, "long kernel(void) { return 7; }")).ReturnBits);
        Assert.IsType<CallOutcome.TimedOut>(CallOnce(sandbox, "void kernel(void) { for (;;) ; }"));
        Machine.ShouldBeUnharmed(bench);
    }

    [Fact]
    public void WithoutControlGroupsTheRestHolds()
    {
        var sandbox = Assert.IsType<SandboxState.Ready>(Sandbox.Probe(bench.Options, ControlGroupHierarchies.None)).Sandbox;
        Assert.Equal(7, Assert.IsType<CallOutcome.Completed>(CallOnce(sandbox, "long kernel(void) { return 7; }")).ReturnBits);
        var late = Assert.IsType<CallOutcome.TimedOut>(CallOnce(sandbox, "void kernel(void) { for (;;) ; }"));
        Assert.True(late.ProcessorTime > TimeSpan.FromMilliseconds(100), late.ToString());
        var crash = CallOnce(sandbox, "#include <unistd.h>\nvoid kernel(void) { for (;;) fork(); }");
        Assert.Equal("SIGSYS", Assert.IsType<CallOutcome.Crashed>(crash).SignalName);
        Machine.ShouldBeUnharmed(bench);
    }

    [Fact]
    public void GroupOfASessionCarriesItsLimits()
    {
        using var session = Assert.IsType<SessionStart.Running>(bench.Start("void kernel(void) {}", Short)).Session;
        var groups = bench.Sandbox.Hierarchies.Writable
            .SelectMany(folder => Directory.EnumerateDirectories(folder, $"hpcverify-{Environment.ProcessId}-*")).ToList();
        var memory = Short.Limits.MemoryBytes + (2 * Short.CapacityBytes);
        output.WriteLine($"groups: {string.Join(' ', groups)}");
        Assert.Equal(bench.Sandbox.Hierarchies.LimitsMemory, Values("memory.limit_in_bytes", "memory.max").Contains($"{memory}"));
        Assert.Equal(bench.Sandbox.Hierarchies.LimitsTasks, Values("pids.max").Contains($"{Short.Limits.Tasks}"));

        IEnumerable<string> Values(params string[] names) =>
            from folder in groups
            from name in names
            where File.Exists(Path.Combine(folder, name))
            select File.ReadAllText(Path.Combine(folder, name)).Trim();
    }

    [Fact]
    public void CancelledCallLeavesNothing()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using (var session = Assert.IsType<SessionStart.Running>(bench.Start("void kernel(void) { for (;;) ; }", SessionOptions.WithThreads(1))).Session)
        {
            Assert.Throws<OperationCanceledException>(() => session.Call(new([], ReturnClass.Integer), cancellation.Token));
            Assert.IsType<CallOutcome.Infrastructure>(session.Call(new([], ReturnClass.Integer), default));
        }

        Machine.ShouldBeUnharmed(bench);
    }

    [Fact]
    public async Task BusyNeighboursDoNotMakeAKernelLate()
    {
        // One second of work for a limit of one and a half, on a processor shared with three others.
        var source = """
            #include <time.h>
            void kernel(double seconds)
            {
                struct timespec now;
                do clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
                while (now.tv_sec + now.tv_nsec * 1e-9 < seconds);
            }
            """;
        var pinned = SessionOptions.WithThreads(1) with { Processors = [0] };
        var limited = pinned with { Limits = ProcessLimits.ForRun with { Wall = TimeSpan.FromSeconds(1.5) } };
        var neighbours = Enumerable.Range(0, 3)
            .Select(_ => Task.Run(() => bench.CallOnce(source, pinned, new Argument.Double(1.2)))).ToArray();
        var outcome = bench.CallOnce(source, limited, new Argument.Double(1.0));
        output.WriteLine(outcome.ToString());
        Assert.True(outcome is CallOutcome.Completed or CallOutcome.TimedOut { IsStarved: true }, outcome.ToString());
        await Task.WhenAll(neighbours);
    }

    [Fact]
    public void SleeperOnABusyMachineIsStillLate()
    {
        var account = new SchedulerAccount(ImmutableDictionary<string, ThreadShare>.Empty, TimeSpan.Zero);
        var sleeper = account with { Stolen = TimeSpan.FromSeconds(4), Threads = account.Threads.Add("1", new(1_000_000, 2_000_000)) };
        Assert.Equal(5, sleeper.DeniedSince(account, TimeSpan.FromSeconds(8)).TotalMilliseconds);
    }

    [Fact]
    public void CrowdOfOwnThreadsDoesNotExcuseItself()
    {
        // Four threads on one processor for 8 s: each ran 2 s and waited 6 s for its siblings.
        var account = new SchedulerAccount(ImmutableDictionary<string, ThreadShare>.Empty, TimeSpan.Zero);
        var crowd = account with
        {
            Threads = Enumerable.Range(0, 4).ToImmutableDictionary(thread => $"{thread}", _ => new ThreadShare(2_000_000_000, 6_000_000_000)),
        };
        Assert.Equal(TimeSpan.Zero, crowd.DeniedSince(account, TimeSpan.FromSeconds(8)));
    }

    [Fact]
    public void ProbeStatesWhatTheMachineHas()
    {
        var facts = NativeProbe.Gather(bench.Options, "/usr/bin/gcc", default);
        output.WriteLine(facts.ToString());
        Assert.NotEmpty(facts.CompilerVersion);
        Assert.NotEmpty(facts.BubblewrapVersion);
        Assert.Empty(facts.SandboxProblem);
        Assert.NotEmpty(facts.Processor.Flags);
    }

    private CallOutcome CallOnce(Sandbox sandbox, string source)
    {
        var compiled = Assert.IsType<CompileOutcome.Compiled>(bench.Compile(source));
        switch (KernelSession.Start(sandbox, bench.Driver, compiled.Path, "kernel", Short, TimeProvider.System, default))
        {
            case SessionStart.Running running:
                using (running.Session)
                {
                    return running.Session.Call(new([], ReturnClass.Integer), default);
                }

            case SessionStart.Failed failed:
                return failed.Outcome;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
