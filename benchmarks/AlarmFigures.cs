using System.Diagnostics;
using System.Globalization;
using HpcVerify.Alarms;
using HpcVerify.TestKit;

namespace HpcVerify.Benchmarks;

/// <summary>Soundness alarms: <c>dotnet run -c Release --project benchmarks -- alarms [kernels] [mutants] [seed]</c>.</summary>
internal static class AlarmFigures
{
    /// <summary>The exit code: 1 at an alarm.</summary>
    public static int Print(int kernels, int mutants, int seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var random = new RandomKernelAlarms(FrontEndForTests.FrontEnd).Run(kernels, seed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"random kernels, seed {seed}, {watch.Elapsed.TotalSeconds:0} s"));
        return Report(random, "kernel", output);
    }

    private static int Report(Tally tally, string name, TextWriter output)
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
