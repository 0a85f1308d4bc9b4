using System.Diagnostics;
using System.Globalization;
using HpcVerify.Alarms;
using HpcVerify.Alarms.Mutants;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>Soundness alarms: <c>dotnet run -c Release --project benchmarks -- alarms [kernels] [mutants] [seed]</c>.</summary>
internal static class AlarmFigures
{
    private const int LongRun = 2000;

    /// <summary>The exit code: 1 at an alarm.</summary>
    public static int Print(int kernels, int mutants, int seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var random = new RandomKernelAlarms(FrontEndForTests.FrontEnd).Run(kernels, seed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"random kernels, seed {seed}, {watch.Elapsed.TotalSeconds:0} s"));
        var code = Report(random, "kernel", output);
        if (mutants == 0)
        {
            return code;
        }

        watch.Restart();
        var toolchain = ((ToolchainState.Ready)CorpusKernels.Load().Workbench.Toolchain).Toolchain;
        using var native = new MutantRun(toolchain);
        var changed = new MutantAlarms(FrontEndForTests.FrontEnd, native).Run(mutants, seed, withPaperTask: mutants >= LongRun);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mutants of the corpus, seed {seed}, {watch.Elapsed.TotalSeconds:0} s"));
        return Math.Max(code, Report(changed, "mutant", output));
    }

    /// <summary>Prints the counts and writes what raised an alarm to files.</summary>
    public static int Report(Tally tally, string name, TextWriter output)
    {
        tally.Print(output);
        for (var index = 0; index < tally.Alarms.Count; index++)
        {
            var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"hpcverify-alarm-{name}-{index}.c"));
            File.WriteAllText(path, $"/* {tally.Alarms[index].Kind}: {tally.Alarms[index].What} */\n{tally.Alarms[index].Code}");
            output.WriteLine($"written: {path}");
        }

        return tally.Alarms.Count > 0 ? 1 : 0;
    }
}
