using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>What the confinement costs, printed; the bounds only catch a change of kind, as machines differ and are shared.</summary>
[Collection(NativeTests.Name)]
public sealed class SpeedTests(NativeBench bench, ITestOutputHelper output)
{
    private const int Size = 256;
    private const int Repetitions = 50;

    private const string Multiply = """
        #include <string.h>
        #include <time.h>
        static void matmul(const double *a, const double *b, double *c, int n)
        {
            memset(c, 0, sizeof(double) * n * n);
            for (int i = 0; i < n; i++)
                for (int k = 0; k < n; k++)
                    for (int j = 0; j < n; j++)
                        c[i * n + j] += a[i * n + k] * b[k * n + j];
        }
        long bare(const double *a, const double *b, double *c, int n)
        {
            struct timespec begin, end;
            clock_gettime(CLOCK_MONOTONIC, &begin);
            matmul(a, b, c, n);
            clock_gettime(CLOCK_MONOTONIC, &end);
            return (end.tv_sec - begin.tv_sec) * 1000000000L + end.tv_nsec - begin.tv_nsec;
        }
        """;

    [Fact]
    public void SessionStartsInMilliseconds()
    {
        var compiled = Assert.IsType<CompileOutcome.Compiled>(bench.Compile("#include <omp.h>\nlong kernel(void) { return omp_get_max_threads(); }"));
        var starts = Enumerable.Range(0, Repetitions).Select(_ =>
        {
            var begin = Stopwatch.GetTimestamp();
            var start = KernelSession.Start(
                bench.Sandbox, bench.Driver, compiled.Path, "kernel", SessionOptions.WithThreads(2), TimeProvider.System, default);
            using var session = Assert.IsType<SessionStart.Running>(start).Session;
            var outcome = session.Call(new([], ReturnClass.Integer), default);
            var elapsed = Stopwatch.GetElapsedTime(begin);
            Assert.Equal(2, Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits);
            return elapsed.TotalMilliseconds;
        }).Order().ToList();
        output.WriteLine($"start to first completed call: median {starts[Repetitions / 2]:0.0} ms, best {starts[0]:0.0}, worst {starts[^1]:0.0}");
        Assert.InRange(starts[Repetitions / 2], 0, 1000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void RingOfAnEmptyKernelIsShort(int spinMicroseconds)
    {
        var options = SessionOptions.WithThreads(1) with { Spin = TimeSpan.FromMicroseconds(spinMicroseconds) };
        using var session = Assert.IsType<SessionStart.Running>(bench.Start("void kernel(void) {}", options)).Session;
        var wall = Stopwatch.StartNew();
        var calls = Enumerable.Range(0, 200)
            .Select(_ => Assert.IsType<CallOutcome.Completed>(session.Call(new([], ReturnClass.Integer), default)))
            .ToList();
        output.WriteLine($"ring: {Median(calls, call => call.Elapsed):0.0} us, until frozen {Median(calls, call => call.ElapsedFrozen):0.0} us, "
            + $"whole call {wall.Elapsed.TotalMicroseconds / calls.Count:0} us");
        Assert.InRange(Median(calls, call => call.Elapsed), 0, 100_000);
    }

    [Fact]
    public void TimingAgreesWithATimerInsideTheProcess()
    {
        var random = new Random(1);
        var compiled = Assert.IsType<CompileOutcome.Compiled>(bench.Compile(Multiply));
        var values = Enumerable.Range(0, Size * Size).Select(_ => random.NextDouble() - 0.5).ToArray();
        ImmutableArray<Argument> arguments =
        [
            Argument.Of<double>(values, BufferAccess.Input, 64, BufferLayout.EndsAtGuard),
            Argument.Of<double>(values, BufferAccess.Input, 64, BufferLayout.EndsAtGuard),
            Argument.Of<double>(values, BufferAccess.Output, 64, BufferLayout.EndsAtGuard),
            new Argument.Integer(Size),
        ];
        var calls = Calls(compiled.Path, "bare", arguments);
        var inside = Median(calls, call => TimeSpan.FromMicroseconds(call.ReturnBits / 1000.0));
        output.WriteLine($"{Size}^3: inside {inside:0} us, from outside {Median(calls, call => call.Elapsed):0} us, "
            + $"until frozen {Median(calls, call => call.ElapsedFrozen):0} us, "
            + $"processor {Median(calls, call => call.ProcessorTime):0} us");
        Assert.All(calls, call => Assert.True(call.Elapsed.TotalNanoseconds + 1000 >= call.ReturnBits));
    }

    private List<CallOutcome.Completed> Calls(string path, string entry, ImmutableArray<Argument> arguments)
    {
        var start = KernelSession.Start(
            bench.Sandbox, bench.Driver, path, entry, SessionOptions.WithThreads(1), TimeProvider.System, default);
        using var session = Assert.IsType<SessionStart.Running>(start).Session;
        return [.. Enumerable.Range(0, Repetitions)
            .Select(_ => Assert.IsType<CallOutcome.Completed>(session.Call(new(arguments, ReturnClass.Integer), default)))];
    }

    private static double Median(IEnumerable<CallOutcome.Completed> calls, Func<CallOutcome.Completed, TimeSpan> measure) =>
        calls.Select(call => measure(call).TotalMicroseconds).Order().ElementAt(calls.Count() / 2);
}
