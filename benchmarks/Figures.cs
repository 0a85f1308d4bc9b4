using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>The figures that README.md quotes, measured by <c>dotnet run -c Release --project benchmarks -- figures</c>.</summary>
internal static class Figures
{
    private const int Rounds = 5;
    private const int SandboxStarts = 50;

    public static void Print(TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        foreach (var source in kernels.Sources)
        {
            _ = Lowering.Lower(kernels.FrontEnd.Parse(source).Value);
        }

        var perKernel = kernels.Sources.SelectMany(source => Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() => Lowering.Lower(kernels.FrontEnd.Parse(source).Value)))).ToList();
        output.WriteLine(Invariant($"front end, warm, {kernels.Sources.Count} kernels, {Rounds} rounds: median {Median(perKernel):0.00} ms, slowest {perKernel.Max():0.0} ms, {1e3 * perKernel.Count / perKernel.Sum():0} kernels/s on one core"));
        PrintSandbox(kernels, output);
    }

    private static void PrintSandbox(CorpusKernels kernels, TextWriter output)
    {
        if (kernels.Workbench.Toolchain is not ToolchainState.Ready { Toolchain: var toolchain })
        {
            output.WriteLine("sandbox: not available here");
            return;
        }

        const string Empty = "void empty(void) {}\n";
        if (toolchain.BuildTrusted(Empty, ["-O2", "-fPIC", "-shared"], [], CancellationToken.None) is not CompileOutcome.Compiled built)
        {
            output.WriteLine("sandbox: the empty kernel does not build");
            return;
        }

        var starts = Enumerable.Range(0, SandboxStarts).Select(_ => Milliseconds(() => StartAndCall(toolchain, built.Path))).ToList();
        output.WriteLine(Invariant($"sandbox, from nothing to the first answered call, {SandboxStarts} starts: median {Median(starts):0.0} ms, slowest {starts.Max():0.0} ms"));
    }

    private static void StartAndCall(Toolchain toolchain, string path)
    {
        using var session = ((SessionStart.Running)toolchain.Start(path, "empty", SessionOptions.WithThreads(1), CancellationToken.None)).Session;
        _ = (CallOutcome.Completed)session.Call(new([], ReturnClass.Integer), CancellationToken.None);
    }

    private static double Milliseconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
