using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HpcVerify.Cli;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;
using HpcVerify.Server;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>What the service takes for an answer, over HTTP on this machine, and how many kernels it evaluates in a second.</summary>
internal static class ServeFigures
{
    private const int Questions = 300, Identical = 64, Callers = 1000;
    private const string Token = "benchmark";

    /// <param name="tasks">Whose samples are evaluated; all of the corpus where none is named.</param>
    public static async Task Print(IReadOnlyCollection<string> tasks, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-serve-").FullName;
        try
        {
            using var counting = new Counting();
            var workbench = new Workbench(Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable), Confinement.Required, CancellationToken.None);
            var (local, problem) = LocalService.Open(workbench, Path.Combine(folder, "results.db"), counting.Over);
            using var service = local ?? throw new InvalidOperationException(problem);
            await using var server = ScoringServer.Build(service.Scoring, new ProgramRunner(service.Toolchain, null), new(Token) { Url = "http://127.0.0.1:0" }, Console.Error.WriteLine);
            await server.Start();
            using var client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
            await Print(client, counting, workbench.Installation.CorpusDirectory, tasks, output);
            await server.Stop();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Print(HttpClient client, Counting counting, string corpus, IReadOnlyCollection<string> tasks, TextWriter output)
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        output.WriteLine($"{Environment.ProcessorCount} processors, load {load}\n");
        var kernel = await File.ReadAllTextAsync(Path.Combine(corpus, "axpy/accept/scalar.c"));
        await Ask(client, "paper", [("axpy", kernel)]);
        await Row(output, "cached answer", number => Ask(client, "paper", [("axpy", kernel)]));
        await Row(output, "rejected: no kernel in it", number => Ask(client, "paper", [("axpy", Invariant($"I cannot do that, {number}."))]));
        await Row(output, "rejected: forbidden library", number => Ask(client, "paper", [("axpy", Invariant($"/* {number} */\n#include <cblas.h>\n{kernel}"))]));

        var before = counting.Count;
        await Ask(client, "paper", [.. Enumerable.Repeat(("axpy", $"/* once */ {kernel}"), Identical)]);
        output.WriteLine(Invariant($"\n{Identical} identical completions: {counting.Count - before} evaluation"));

        var memory = Memory();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(number => Ask(client, "paper", [("axpy", number % 2 == 0 ? kernel : Invariant($"no {number % 20}"))])));
        output.WriteLine(Invariant($"{Callers} callers at once: managed memory {memory / 1e6:0} MB before, {Memory() / 1e6:0} MB after"));

        output.WriteLine("\n| task | samples | paper, a second | verified, a second | paper with timing, a second |\n|---|--:|--:|--:|--:|");
        var (all, paper, verified, timed) = (0, 0.0, 0.0, 0.0);
        foreach (var task in Directory.EnumerateDirectories(corpus).Select(path => Path.GetFileName(path)!).Where(name => tasks.Count == 0 || tasks.Contains(name)).Order(StringComparer.Ordinal))
        {
            var samples = Samples(corpus, task);
            if (samples.Count == 0)
            {
                continue;
            }

            var (first, second, third) = (await Seconds(client, "paper", false, samples), await Seconds(client, "verified", false, samples), await Seconds(client, "paper", true, samples));
            (all, paper, verified, timed) = (all + samples.Count, paper + first, verified + second, timed + third);
            output.WriteLine(Invariant($"| {task} | {samples.Count} | {samples.Count / first:0.0} | {samples.Count / second:0.0} | {samples.Count / third:0.0} |"));
        }

        output.WriteLine(Invariant($"| **all** | {all} | {all / paper:0.0} | {all / verified:0.0} | {all / timed:0.0} |"));
    }

    /// <summary>All samples, those that are to be accepted and those that are to be rejected.</summary>
    private static List<(string Task, string Completion)> Samples(string corpus, string task) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(corpus, task), "*.c", SearchOption.AllDirectories)
            .Where(path => path.Contains("/accept/", StringComparison.Ordinal) || path.Contains("/reject/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (task, File.ReadAllText(path))),
    ];

    private static async Task<double> Seconds(HttpClient client, string profile, bool timing, IReadOnlyList<(string Task, string Completion)> samples)
    {
        var watch = Stopwatch.StartNew();
        await Ask(client, profile, samples, timing);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task Row(TextWriter output, string what, Func<int, Task> ask)
    {
        var times = new List<double>();
        for (var number = 0; number < Questions; number++)
        {
            var watch = Stopwatch.StartNew();
            await ask(number);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(Invariant($"{what}: median {times[Questions / 2]:0.00} ms, 95 % within {times[Questions * 95 / 100]:0.00} ms, at most {times[^1]:0.0} ms"));
    }

    private static async Task Ask(HttpClient client, string profile, IReadOnlyList<(string Task, string Completion)> samples, bool timing = false)
    {
        var body = JsonSerializer.Serialize(new { profile, timing, deadline_s = 7200, items = samples.Select(sample => new { task = sample.Task, completion = sample.Completion }) });
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await client.PostAsync(new Uri("/v1/score", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Counts what real workers are given.</summary>
    private sealed class Counting : IEvaluator, IDisposable
    {
        private LocalEvaluator? _workers;
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public int Pending => _workers!.Pending;

        public string? Problem => _workers!.Problem;

        public ImmutableArray<QueueState> Queues => _workers!.Queues;

        public Counting Over(EvaluationTools tools)
        {
            _workers = new(tools, Environment.ProcessorCount);
            return this;
        }

        public Task<Evidence> Evaluate(EvaluationJob job, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _count);
            return _workers!.Evaluate(job, cancellation);
        }

        public void Dispose()
        {
            _workers?.Dispose();
            _workers = null;
        }
    }
}
