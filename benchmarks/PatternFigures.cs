using System.Diagnostics;
using System.Globalization;
using HpcVerify.Cli;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Patterns;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Benchmarks;

/// <summary>What the bug patterns find in wrong and in right kernels of the corpus and in the labelled ones, and how long they take: <c>benchmarks -- patterns [list]</c>.</summary>
internal static class PatternFigures
{
    private const int Rounds = 5;
    private const int Limit = 2;

    private sealed record Kernel(string Group, SyntaxTree Tree, DetectionContext Context, IReadOnlyList<Diagnostic> Findings);

    public static void Print(bool lists, TextWriter output)
    {
        var (frontEnd, _, workbench) = CorpusKernels.Load();
        var kernels = Read(workbench, frontEnd);
        if (lists)
        {
            foreach (var kernel in kernels.Where(kernel => kernel.Findings.Count > 0))
            {
                kernel.Findings.ToList().ForEach(finding => output.WriteLine($"{kernel.Group} {finding.Format(kernel.Tree.Source)}"));
            }
        }

        output.WriteLine("| rule | pattern | reject kernels | accept kernels | labelled kernels |");
        output.WriteLine("|---|---|--:|--:|--:|");
        foreach (var rule in Rule.DeclaredIn(typeof(PatternSuite).Assembly).Where(rule => PatternSuite.Rules.Contains(rule.Id)))
        {
            output.WriteLine(Invariant($"| {rule.Id} | {rule.Title} | {Count(kernels, "reject", rule)} | {Count(kernels, "accept", rule)} | {Count(kernels, "labelled", rule)} |"));
        }

        output.WriteLine(Invariant($"| | any of them | {Any(kernels, "reject")} of {All(kernels, "reject")} | {Any(kernels, "accept")} of {All(kernels, "accept")} | {Any(kernels, "labelled")} of {All(kernels, "labelled")} |"));
        PrintTimes(kernels, output);
    }

    private static List<Kernel> Read(Workbench workbench, FrontEnd frontEnd)
    {
        var kernels = new List<Kernel>();
        foreach (var folder in KernelTaskReader.Names(workbench.Installation.CorpusDirectory).Select(name => Path.Combine(workbench.Installation.CorpusDirectory, name)))
        {
            var task = KernelTaskReader.Read(folder, frontEnd.Parse).Value!;
            var context = DetectionContext.Of(task);
            kernels.AddRange(from kind in (string[])["accept", "reject"]
                             let of = Path.Combine(folder, kind)
                             where Directory.Exists(of)
                             from path in Directory.EnumerateFiles(of, "*.c").Order(StringComparer.Ordinal)
                             where kind == "accept" || IsRunnable(path)
                             select Read(SourceText.FromBytes(Path.GetRelativePath(Repository.Root, path), File.ReadAllBytes(path)), kind, context, frontEnd));
        }

        var unknown = new DetectionContext(LabelledKernels.EntryPoint, new CType.Function(new CType.Void(Qualifiers.None), [], false, Qualifiers.None));
        kernels.AddRange(LabelledKernels.Labels().Keys.Select(file => Read(LabelledKernels.Source(file), "labelled", unknown, frontEnd)));
        return kernels;
    }

    /// <summary>Samples of the wrong form, with forbidden code or that do not compile have other findings.</summary>
    private static bool IsRunnable(string path) => File.ReadLines(path).First() is "// expect: verification" or "// expect: runtime" or "// expect: timeout";

    private static Kernel Read(SourceText source, string group, DetectionContext context, FrontEnd frontEnd)
    {
        var tree = frontEnd.Parse(source).Value;
        return new(group, tree, context, PatternSuite.Find(tree, context));
    }

    private static int Count(List<Kernel> kernels, string group, Rule rule) => kernels.Count(kernel => kernel.Group == group && kernel.Findings.Any(finding => finding.Rule == rule));

    private static int Any(List<Kernel> kernels, string group) => kernels.Count(kernel => kernel.Group == group && kernel.Findings.Count > 0);

    private static int All(List<Kernel> kernels, string group) => kernels.Count(kernel => kernel.Group == group);

    private static void PrintTimes(List<Kernel> kernels, TextWriter output)
    {
        var (all, rules) = (new List<double>(), new List<double>());
        foreach (var kernel in Enumerable.Range(0, Rounds).SelectMany(_ => kernels))
        {
            all.Add(Milliseconds(() => PatternSuite.Find(kernel.Tree, kernel.Context)));
            var loose = LooseModule.Of(kernel.Tree);
            if (loose.Module.Functions.LastOrDefault(function => function.Name == kernel.Context.EntryPoint && function.Body is not null) is { } entry)
            {
                var nest = KernelNest.Of(loose, entry);
                rules.Add(Milliseconds(() => PatternSuite.Find(new InspectedKernel(nest, kernel.Context.Contract))));
            }
        }

        output.WriteLine();
        output.WriteLine(Invariant($"All patterns together, warm, {kernels.Count} kernels, {Rounds} rounds, beyond the parse, lowering and nest included: {Summary(all)}. The patterns alone: {Summary(rules)}."));
    }

    private static string Summary(List<double> times)
    {
        times.Sort();
        return Invariant($"median {times[times.Count / 2]:0.00} ms, 95 of 100 below {times[times.Count * 95 / 100]:0.0} ms, {100.0 * times.Count(time => time <= Limit) / times.Count:0} of 100 below {Limit} ms, slowest {times[^1]:0.0} ms");
    }

    private static double Milliseconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
