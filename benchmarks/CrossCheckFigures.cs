using System.Diagnostics;
using System.Globalization;
using HpcVerify.Alarms.CrossCheck;
using HpcVerify.TestKit;

namespace HpcVerify.Benchmarks;

/// <summary>Claims for all sizes against bounded runs: <c>dotnet run -c Release --project benchmarks -- crosscheck [pairs] [seed]</c>.</summary>
internal static class CrossCheckFigures
{
    /// <summary>The exit code: 1 at an alarm.</summary>
    public static int Print(int pairs, int seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var tally = new CrossCheckAlarms(FrontEndForTests.FrontEnd).Run(pairs, seed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"random affine kernels, seed {seed}, {watch.Elapsed.TotalSeconds:0} s"));
        return AlarmFigures.Report(tally, "affine", output);
    }
}
