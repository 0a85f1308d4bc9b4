using System.Diagnostics;
using System.Globalization;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Benchmarks;

/// <summary>The detectors and a regex detector on the labelled kernels, and how long the detectors take: <c>benchmarks -- techniques</c>.</summary>
internal static class TechniqueFigures
{
    private const int Rounds = 5;

    private sealed record Kernel(string Text, SyntaxTree Tree, IReadOnlySet<string> Present, IReadOnlySet<string> Found);

    public static void Print(TextWriter output)
    {
        var frontEnd = CorpusKernels.Load().FrontEnd;
        var kernels = LabelledKernels.Labels().Select(label => Read(label.Key, label.Value, source => frontEnd.Parse(source).Value)).ToList();
        output.WriteLine("| technique | present | missed | false alarms | missed by regex | false alarms by regex |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var technique in TechniqueSuite.All.Select(detector => detector.Technique).Where(technique => technique != LabelledKernels.Description).OrderBy(technique => RegexTechniques.All.ContainsKey(technique) ? 0 : 1))
        {
            output.WriteLine(Invariant(
                $"| `{technique}` | {kernels.Count(kernel => kernel.Present.Contains(technique))} | {Errors(kernels, technique, kernel => kernel.Found.Contains(technique))} | {(RegexTechniques.All.TryGetValue(technique, out var regex) ? Errors(kernels, technique, kernel => regex(kernel.Text)) : "| ")} |"));
        }

        PrintTimes(kernels, output);
    }

    private static Kernel Read(string file, TechniqueLabel label, Func<SourceText, SyntaxTree> parse)
    {
        var source = LabelledKernels.Source(file);
        var tree = parse(source);
        return new(source.Code, tree, label.Techniques.ToHashSet(), TechniqueSuite.Find(tree, LabelledKernels.EntryPoint).Select(finding => finding.Technique).ToHashSet());
    }

    private static string Errors(List<Kernel> kernels, string technique, Func<Kernel, bool> isFound) => Invariant(
        $"{kernels.Count(kernel => kernel.Present.Contains(technique) && !isFound(kernel))} | {kernels.Count(kernel => !kernel.Present.Contains(technique) && isFound(kernel))}");

    private static void PrintTimes(List<Kernel> kernels, TextWriter output)
    {
        var all = new List<double>();
        var detectors = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var kernel in kernels)
            {
                all.Add(Milliseconds(() => TechniqueSuite.Find(kernel.Tree, LabelledKernels.EntryPoint)));
                var loose = LooseModule.Of(kernel.Tree);
                var entry = loose.Module.Function(LabelledKernels.EntryPoint)!;
                detectors.Add(Milliseconds(() => TechniqueSuite.Find(KernelNest.Of(loose, entry), TechniqueSuite.All)));
            }
        }

        output.WriteLine();
        output.WriteLine(Invariant($"All detectors together, warm, {kernels.Count} kernels, {Rounds} rounds, beyond the parse: median {Median(all):0.00} ms, 95 of 100 below {Percentile(all, 95):0.0} ms, slowest {all.Max():0.0} ms; without lowering: median {Median(detectors):0.00} ms, slowest {detectors.Max():0.0} ms."));
    }

    private static double Milliseconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => Percentile(values, 50);

    private static double Percentile(List<double> values, int percent) => values.Order().ElementAt(values.Count * percent / 100);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
