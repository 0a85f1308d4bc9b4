using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>
/// Whether a score can be had again: one kernel scored many times under both timing profiles, and timed in turn with a bare call of the same
/// object on the same data: <c>dotnet run -c Release --project benchmarks -- repeat matmul [FILE [COUNT]]</c>.
/// </summary>
internal static class RepeatFigures
{
    private const ulong Seed = 1;

    public static void Print(string name, string? file, int count, TextWriter output)
    {
        var corpus = CorpusKernels.Load();
        var folder = Path.Combine(corpus.Workbench.Installation.CorpusDirectory, name);
        var task = KernelTaskReader.Read(folder, corpus.FrontEnd.Parse).Value ?? throw new InvalidOperationException(name);
        var toolchain = ((ToolchainState.Ready)corpus.Workbench.Toolchain).Toolchain;
        var path = file ?? Directory.EnumerateFiles(Path.Combine(folder, "accept"), "*.c").Order(StringComparer.Ordinal).First();
        output.WriteLine($"# Repeatability of `{Path.GetRelativePath(corpus.Workbench.Installation.CorpusDirectory, path)}`\n");
        output.WriteLine(Invariant($"{NativeProbe.AllowedProcessors().Length} processors, load {Load()} at the beginning; {count} scores and {count} pairs of calls for each line.\n"));
        output.WriteLine("| timing | team | processors | median | spread of scores | drift | slowest/fastest |\n|---|--:|---|--:|--:|--:|--:|");
        foreach (var (timing, threads) in Settings())
        {
            PrintScores(corpus, toolchain, task, path, timing, threads, count, output);
        }

        output.WriteLine("\n| team | processors | in the sandbox | bare | ratio of medians | median of ratios |\n|--:|---|--:|--:|--:|--:|");
        foreach (var threads in Settings().Select(setting => setting.Threads).Distinct())
        {
            PrintPairs(toolchain, task, path, threads, count, output);
        }

        output.WriteLine(Invariant($"\nLoad {Load()} at the end."));
    }

    /// <summary>All processors, and where there are several, one fewer.</summary>
    private static IEnumerable<(TimingProfile Timing, int Threads)> Settings() =>
        from threads in new[] { NativeProbe.AllowedProcessors().Length - 1, NativeProbe.AllowedProcessors().Length }.Where(threads => threads > 0)
        from timing in Enum.GetValues<TimingProfile>()
        select (timing, threads);

    private static void PrintScores(
        CorpusKernels corpus, Toolchain toolchain, KernelTask task, string path, TimingProfile timing, int threads, int count, TextWriter output)
    {
        var options = new ScoringOptions(OptimizationLevel.Full, Seed, ScoringOptions.TimedRunsOf(timing), threads) { Timing = timing, Stages = ScoringStages.Timing };
        var (trusted, error) = TrustedKernels.Open(task, toolchain, threads, timing, CancellationToken.None);
        using var kernels = trusted ?? throw new InvalidOperationException(error);
        var scorer = new Scorer(toolchain, kernels, options);
        var report = StaticAnalysis.Run(path, File.ReadAllBytes(path), task, corpus.FrontEnd);
        var measured = Enumerable.Range(0, count)
            .Select(_ => scorer.Evaluate(report, task, CancellationToken.None))
            .Select(evidence => evidence.Measurement ?? throw new InvalidOperationException(evidence.Infrastructure ?? evidence.Failure?.Reason))
            .ToList();
        ImmutableArray<double> speeds = [.. measured.Select(measurement => measurement.Speed)];
        output.WriteLine(Invariant(
            $"| {timing.ToString().ToLowerInvariant()} | {threads} | {(measured[0].IsPinned ? "its own" : "shared")} | {TimedSeries.Median(speeds):0.00} {MetricName.Unit(task.Metric)} | {TimedSeries.SpreadOf(speeds):0.0 %} | {TimedSeries.DriftOf(speeds):+0.0 %;-0.0 %} | {speeds.Min() / speeds.Max():0.00} |"));
    }

    private static void PrintPairs(Toolchain toolchain, KernelTask task, string path, int threads, int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-repeat-").FullName;
        var built = Path.Combine(folder, "kernel.so");
        try
        {
            _ = toolchain.CompileKernel(File.ReadAllText(path), OptimizationLevel.Full, built, CancellationToken.None);
            var options = SessionOptions.WithThreads(threads).PlacedApart(threads);
            var start = toolchain.Start(built, task.EntryPoint, options, CancellationToken.None);
            using var session = ((SessionStart.Running)start).Session;
            var bare = new BareKernel(toolchain, built, task.EntryPoint);
            var pairs = Enumerable.Range(-1, count + 1).Select(turn => Pair(session, bare, task, threads, turn)).Skip(1).ToList();
            ImmutableArray<double> inside = [.. pairs.Select(pair => pair.Sandbox)], outside = [.. pairs.Select(pair => pair.Bare)];
            output.WriteLine(Invariant(
                $"| {threads} | {(options.Processors.IsEmpty ? "shared" : "its own")} | {1e3 * TimedSeries.Median(inside):0.000} ms | {1e3 * TimedSeries.Median(outside):0.000} ms | {TimedSeries.Median(inside) / TimedSeries.Median(outside):0.000} | {TimedSeries.Median([.. pairs.Select(pair => pair.Sandbox / pair.Bare)]):0.000} |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Both on the same data, taking turns in who is first.</summary>
    private static (double Sandbox, double Bare) Pair(KernelSession session, BareKernel bare, KernelTask task, int threads, int turn)
    {
        var input = TrialInput.Generate(task, task.ScoredSizes, (ulong)(turn + 2)) ?? throw new InvalidOperationException("no inputs");
        var request = input.Request(BufferLayout.EndsAtGuard);
        var before = turn % 2 == 0 ? Bare() : 0;
        var sandbox = ((CallOutcome.Completed)session.Call(request, CancellationToken.None)).Elapsed.TotalSeconds;
        return (sandbox, turn % 2 == 0 ? before : Bare());

        double Bare() => bare.Time(request, threads).TotalSeconds;
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
