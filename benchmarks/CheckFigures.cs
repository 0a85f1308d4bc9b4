using System.Diagnostics;
using System.Globalization;
using HpcVerify.Cli;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Submissions;
using HpcVerify.Detectors.Suppressions;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Benchmarks;

/// <summary>
/// How fast <c>hpcverify check</c> is on all kernels of the corpus, by processor time, which other work on the machine does not
/// change much: <c>dotnet run -c Release --project benchmarks -- check &gt; docs/results/check.md</c>.
/// </summary>
internal static class CheckFigures
{
    private const int Rounds = 3;
    private const int Repetitions = 4;
    private const int SlowestRules = 5;

    /// <summary>What one run of the program took.</summary>
    /// <param name="Processor">Seconds of all threads and of gcc, in user and kernel mode.</param>
    private sealed record Run(double Wall, double Processor);

    /// <summary>A kernel as detectors are given it.</summary>
    private sealed record Kernel(Submission Submission, DetectionContext Context, IReadOnlyList<Diagnostic> Parsed);

    public static void Print(TextWriter output)
    {
        var installation = Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
        var files = Directory.EnumerateFiles(installation.CorpusDirectory, "*.c", SearchOption.AllDirectories)
            .Where(path => path.Contains("/accept/", StringComparison.Ordinal) || path.Contains("/reject/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        output.WriteLine("# Speed of `check`\n");
        output.WriteLine("Made by `dotnet run -c Release --project benchmarks -- check`. Times are of the processor, user and kernel mode, all threads and gcc");
        output.WriteLine("together; the median of three runs. The first run of all, which makes precompiled headers, is not counted.\n");
        PrintRuns(files, output);
        PrintDetectors(files, installation, output);
    }

    private static void PrintRuns(List<string> files, TextWriter output)
    {
        Measure(files, 1);
        var none = Measured([files[0]], 1);
        output.WriteLine(Invariant($"The {files.Count} sample kernels of the corpus by one command, and {Repetitions} times over by one; one file alone takes {none.Processor:0.00} s.\n"));
        output.WriteLine("| files | `-j` | processor | of a file | files/s of a core | without the start | wall | cores in use |\n|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<string> many = [.. Enumerable.Repeat(files, Repetitions).SelectMany(all => all)];
        foreach (var (inputs, jobs) in (ReadOnlySpan<(List<string>, int)>)[(files, 1), (files, 2), (many, 1), (many, 2)])
        {
            var run = Measured(inputs, jobs);
            output.WriteLine(Invariant(
                $"| {inputs.Count} | {jobs} | {run.Processor:0.00} s | {1e3 * run.Processor / inputs.Count:0.0} ms | {inputs.Count / run.Processor:0} | {(inputs.Count - 1) / (run.Processor - none.Processor):0} | {run.Wall:0.0} s | {run.Processor / run.Wall:0.00} |"));
        }
    }

    private static Run Measured(List<string> files, int jobs) => Enumerable.Range(0, Rounds).Select(_ => Measure(files, jobs)).OrderBy(run => run.Processor).ElementAt(Rounds / 2);

    private static Run Measure(List<string> files, int jobs)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>&1", "bash", "dotnet", typeof(Workbench).Assembly.Location, "check", "-j", jobs.ToString(CultureInfo.InvariantCulture), .. files])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var seconds = process.StandardError.ReadToEnd().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToList();
        return new(seconds[0], seconds[1] + seconds[2]);
    }

    private static void PrintDetectors(List<string> files, Installation installation, TextWriter output)
    {
        var frontEnd = CorpusKernels.Load().FrontEnd;
        var tasks = KernelTaskReader.Names(installation.CorpusDirectory).ToDictionary(name => name, name => KernelTaskReader.Read(Path.Combine(installation.CorpusDirectory, name), frontEnd.Parse).Value!);
        var kernels = files.Select(file => Read(file, tasks, frontEnd)).OfType<Kernel>().ToList();
        Enumerable.Range(0, 2).ToList().ForEach(_ => kernels.ForEach(Detect));
        var all = kernels.Select(kernel => (kernel.Submission.Source.Path, Milliseconds: Median(() => Detect(kernel)))).OrderBy(kernel => kernel.Milliseconds).ToList();
        output.WriteLine(Invariant($"\nAll rules together, the audit of the preprocessor and suppressions included, warm and beyond the parse, {all.Count} kernels that parse: median {all[all.Count / 2].Milliseconds:0.00} ms, 95 of 100 below {all[all.Count * 95 / 100].Milliseconds:0.00} ms, slowest {all[^1].Milliseconds:0.00} ms (`{Path.GetRelativePath(installation.CorpusDirectory, all[^1].Path)}`).\n"));
        output.WriteLine("| slowest detectors, each with a kernel form and a data flow of its own | of a kernel, on average |\n|---|--:|");
        var detectors = DetectorSuite.All.Select(detector => (Name: detector.GetType().Name, Milliseconds: Median(() => kernels.ForEach(kernel => _ = detector.Detect(kernel.Submission.Tree, kernel.Context).ToList())) / kernels.Count));
        var audit = (Name: nameof(PreprocessorAudit), Milliseconds: Median(() => kernels.ForEach(kernel => PreprocessorAudit.Inspect(kernel.Submission.Source))) / kernels.Count);
        foreach (var slow in detectors.Append(audit).OrderByDescending(detector => detector.Milliseconds).Take(SlowestRules))
        {
            output.WriteLine(Invariant($"| `{slow.Name}` | {slow.Milliseconds:0.000} ms |"));
        }
    }

    private static Kernel? Read(string file, Dictionary<string, KernelTask> tasks, FrontEnd frontEnd)
    {
        var task = tasks[Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!];
        if (SourceReader.Read(file, File.ReadAllBytes(file)).Value is not { } source)
        {
            return null;
        }

        var (submission, parsed) = Submission.Select(source, task.EntryPoint, frontEnd.Parse);
        return submission is null ? null : new(submission, DetectionContext.Of(task), parsed);
    }

    /// <summary>What <c>check</c> does between the parse and the report.</summary>
    private static void Detect(Kernel kernel) => SuppressionRules.Apply(
        kernel.Submission.Source,
        [
            .. kernel.Parsed
                .Concat(PreprocessorAudit.Inspect(kernel.Submission.Source))
                .Concat(DetectorSuite.Detect(kernel.Submission.Tree, kernel.Context))
                .Order(Diagnostic.Order),
        ],
        _ => null);

    private static double Median(Action action) => Enumerable.Range(0, Rounds).Select(_ => Milliseconds(action)).Order().ElementAt(Rounds / 2);

    private static double Milliseconds(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
