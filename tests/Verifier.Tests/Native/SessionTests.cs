using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>Honest kernels get what they were promised and give right numbers.</summary>
[Collection(NativeTests.Name)]
public sealed class SessionTests(NativeBench bench)
{
    private const string Scale = """
        void kernel(const double *x, double *y, int n, double factor)
        {
            #pragma omp parallel for
            for (int i = 0; i < n; i++)
                y[i] = factor * x[i];
        }
        """;

    /// <summary>A team with processors of its own has these alone, and whoever waits for it may go everywhere afterwards.</summary>
    [Fact]
    public void TeamIsPlacedApartWhereThereIsRoom()
    {
        const string Source = """
            #define _GNU_SOURCE
            #include <sched.h>
            long kernel(void) { cpu_set_t set; sched_getaffinity(0, sizeof set, &set); return CPU_COUNT(&set); }
            """;
        var all = NativeProbe.AllowedProcessors();
        var options = SessionOptions.WithThreads(1).PlacedApart(1);
        using var session = Assert.IsType<SessionStart.Running>(bench.Start(Source, options)).Session;

        var completed = Assert.IsType<CallOutcome.Completed>(session.Call(new([], ReturnClass.Integer), default));

        Assert.Equal(all.Skip(1).TakeLast(1), session.Processors.AsEnumerable());
        Assert.Equal(1, completed.ReturnBits);
        Assert.Equal(all.Length > 1, options.Spin > TimeSpan.Zero);
        Assert.Contains($"Cpus_allowed_list:\t{File.ReadAllText("/proc/self/status").Split("Cpus_allowed_list:\t")[1].Split('\n')[0]}\n", File.ReadAllText("/proc/thread-self/status"), StringComparison.Ordinal);
    }

    [Fact]
    public void TeamOfAllProcessorsIsLeftWhereItIs() =>
        Assert.True(SessionOptions.WithThreads(4).PlacedApart(NativeProbe.AllowedProcessors().Length) is { Processors.IsEmpty: true, Spin.Ticks: 0 });

    [Theory]
    [InlineData(BufferLayout.EndsAtGuard, 1)]
    [InlineData(BufferLayout.EndsAtGuard, 40)]
    [InlineData(BufferLayout.StartsAtGuard, 2)]
    [InlineData(BufferLayout.BetweenCanaries, 2)]
    public void GoodKernelGivesRightNumbersInEveryLayout(BufferLayout layout, int threads)
    {
        var running = Assert.IsType<SessionStart.Running>(bench.Start(Scale, SessionOptions.WithThreads(threads)));
        using var session = running.Session;
        foreach (var count in (int[])[0, 1, 7, 1000, 100_003])
        {
            var values = Enumerable.Range(0, count).Select(index => index + 0.5).ToArray();
            var outcome = session.Call(new(ScaleArguments(values, layout), ReturnClass.Integer), default);
            Assert.True(Assert.IsType<CallOutcome.Completed>(outcome).AreCanariesIntact);
            Assert.Equal(values.Select(value => 3 * value), MemoryMarshal.Cast<byte, double>(session.Read(1)).ToArray());
        }
    }

    private static ImmutableArray<Argument> ScaleArguments(double[] values, BufferLayout layout) =>
    [
        Argument.Of<double>(values, BufferAccess.Input, 8, layout),
        Argument.Of<double>(Enumerable.Repeat(double.NaN, values.Length).ToArray(), BufferAccess.Output, 8, layout),
        new Argument.Integer(values.Length), new Argument.Double(3),
    ];
}
