using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Benchmarks;

/// <summary>What bounded verification costs in processor time of all threads, compilation of this program included, by <c>dotnet run -c Release --project benchmarks -- bounded [task [file]]</c>.</summary>
internal static class BoundedFigures
{
    public static void Print(string name, string pattern, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var folder = Path.Combine(kernels.Workbench.Installation.CorpusDirectory, name);
        var task = KernelTaskReader.Read(folder, kernels.FrontEnd.Parse).Value ?? throw new InvalidOperationException($"no task '{name}'");
        var files = Directory.EnumerateFiles(Path.Combine(folder, "accept"), pattern).Order(StringComparer.Ordinal).ToList();

        // Once to warm up: a trainer verifies thousands in one process.
        Timed(kernels.FrontEnd, task, files[0]);
        var all = files.Select(file => (File: Path.GetFileName(file), Timed: Timed(kernels.FrontEnd, task, file))).ToList();
        foreach (var (file, (reading, milliseconds, report)) in all.OrderByDescending(one => one.Timed.Milliseconds).Take(8))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {milliseconds:0} ms of processor time and {reading:0} to read it, {report?.Runs} runs, {report?.Steps} loop turns and calls"));
        }

        const int Edge = 8;
        var single = BoundedOptions.Default with { Given = [task.AllSizes(Edge)] };
        var alone = files.Select(file => Wall(kernels.FrontEnd, task, file, single)).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all sizes {Edge}, and nothing else: median {alone[alone.Count / 2]:0.0} ms of wall time, slowest {alone[^1]:0} ms"));
        output.WriteLine(Summary($"bounded verification of {files.Count} kernels of '{name}', default sizes, each for the first time", all.Select(one => one.Timed.Milliseconds)));
        output.WriteLine(Summary("the same kernels again in the same process", files.Select(file => Timed(kernels.FrontEnd, task, file).Milliseconds)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most"));
    }

    private static string Summary(string what, IEnumerable<double> milliseconds)
    {
        var times = milliseconds.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0} ms of processor time, slowest {times[^1]:0} ms");
    }

    /// <summary>Too short for the clock of the processor's time; the second of two runs.</summary>
    private static double Wall(FrontEnd frontEnd, KernelTask task, string file, BoundedOptions options)
    {
        var request = VerificationRequest.Of(task, SourceText.From(file, File.ReadAllText(file)), source => frontEnd.ParseWithLibrary(source).Value)!;
        BoundedVerification.Verify(request, options, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        BoundedVerification.Verify(request, options, CancellationToken.None);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static (double Reading, double Milliseconds, BoundedReport? Result) Timed(FrontEnd frontEnd, KernelTask task, string file, BoundedOptions? options = null)
    {
        var begun = Process.GetCurrentProcess().TotalProcessorTime;
        var request = VerificationRequest.Of(task, SourceText.From(file, File.ReadAllText(file)), source => frontEnd.ParseWithLibrary(source).Value);
        var read = Process.GetCurrentProcess().TotalProcessorTime;
        var report = request is null ? null : BoundedVerification.Verify(request, options ?? BoundedOptions.Default, CancellationToken.None);
        return ((read - begun).TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - read).TotalMilliseconds, report);
    }
}
