using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Benchmarks;

/// <summary>What bounded verification costs, by <c>dotnet run -c Release --project benchmarks -- bounded [task]</c>.</summary>
internal static class BoundedFigures
{
    public static void Print(string name, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var folder = Path.Combine(kernels.Workbench.Installation.CorpusDirectory, name);
        var task = KernelTaskReader.Read(folder, kernels.FrontEnd.Parse).Value ?? throw new InvalidOperationException($"no task '{name}'");
        var files = Directory.EnumerateFiles(Path.Combine(folder, "accept"), "*.c").Order(StringComparer.Ordinal).ToList();

        // Once to warm up: a trainer verifies thousands in one process.
        Verify(kernels.FrontEnd, task, files[0]);
        var all = files.Select(file => (File: Path.GetFileName(file), Timed: Timed(() => Verify(kernels.FrontEnd, task, file)))).ToList();
        foreach (var (file, (milliseconds, report)) in all.OrderByDescending(one => one.Timed.Milliseconds).Take(8))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {milliseconds:0} ms, {report?.Runs} runs, {report?.Steps} loop turns and calls"));
        }

        var times = all.Select(one => one.Timed.Milliseconds).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"bounded verification of {files.Count} kernels of '{name}', default sizes: median {times[times.Count / 2]:0} ms, slowest {times[^1]:0} ms; {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most"));
    }

    private static (double Milliseconds, BoundedReport? Result) Timed(Func<BoundedReport?> verify)
    {
        var watch = Stopwatch.StartNew();
        var report = verify();
        return (watch.Elapsed.TotalMilliseconds, report);
    }

    private static BoundedReport? Verify(FrontEnd frontEnd, KernelTask task, string file) =>
        VerificationRequest.Of(task, SourceText.From(file, File.ReadAllText(file)), source => frontEnd.ParseWithLibrary(source).Value) is { } request
            ? BoundedVerification.Verify(request, BoundedOptions.Default, CancellationToken.None)
            : null;
}
