using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Benchmarks;

/// <summary>
/// What is claimed for all sizes about every kernel of a task, as the table that docs/results keeps, and what that costs, by
/// <c>dotnet run -c Release --project benchmarks -- conditions [task [file]]</c>.
/// </summary>
internal static class ConditionFigures
{
    public static void Print(string name, string pattern, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var folder = Path.Combine(kernels.Workbench.Installation.CorpusDirectory, name);
        var task = KernelTaskReader.Read(folder, kernels.FrontEnd.Parse).Value ?? throw new InvalidOperationException($"no task '{name}'");
        var times = new List<(double Milliseconds, string File)>();
        var verdicts = new List<string>();
        output.WriteLine($"| kernel | {string.Join(" | ", Enum.GetNames<SizeProperty>().Select(property => property.ToLowerInvariant()))} |");
        output.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", Enum.GetNames<SizeProperty>().Length))}");
        foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != folder).Order(StringComparer.Ordinal))
        {
            var request = VerificationRequest.Of(task, SourceText.From(file, File.ReadAllText(file)), source => kernels.FrontEnd.ParseWithLibrary(source).Value);
            if (request is null)
            {
                output.WriteLine($"| {Path.GetRelativePath(folder, file)} | not a kernel of the task |");
                continue;
            }

            var begun = Process.GetCurrentProcess().TotalProcessorTime;
            var report = AllSizesVerification.Verify(request, AllSizesOptions.Usual, CancellationToken.None);
            times.Add(((Process.GetCurrentProcess().TotalProcessorTime - begun).TotalMilliseconds, Path.GetRelativePath(folder, file)));
            verdicts.AddRange(report.Claims.Select(claim => claim.Verdict.GetType().Name.ToLowerInvariant()));
            output.WriteLine($"| {Path.GetRelativePath(folder, file)} | {string.Join(" | ", report.Claims.Select(Cell))} |");
        }

        times.Sort();
        output.WriteLine();
        output.WriteLine(string.Join(", ", verdicts.CountBy(verdict => verdict).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key}"))));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} kernels of '{name}': median {times[times.Count / 2].Milliseconds:0} ms of processor time, slowest {times[^1].Milliseconds:0} ms ({times[^1].File})"));
    }

    private static string Cell(SizeClaim claim)
    {
        var verdict = claim.Verdict switch
        {
            Verdict.Proved => "proved",
            Verdict.Refuted => "refuted",
            Verdict.Unknown unknown => $"unknown: {unknown.Reason}",
            Verdict.Unsupported unsupported => $"unsupported: {unsupported.Construct}",
            var other => other.GetType().Name.ToLowerInvariant(),
        };
        return (claim.Condition is { } condition ? $"{verdict}, holds when `{condition}`" : verdict).Replace("|", "\\|", StringComparison.Ordinal);
    }
}
