using HpcVerify.Alarms.CrossCheck;
using HpcVerify.TestKit;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>Claims for all sizes about random affine kernels against runs at some sizes; <c>benchmarks -- crosscheck</c> runs the same with any count.</summary>
public sealed class CrossCheckTests(ITestOutputHelper output)
{
    private const int Seed = 1;

    private static bool IsLong => Environment.GetEnvironmentVariable("HPCVERIFY_LONG") == "1";

    [Fact]
    public void ClaimsForAllSizesAgreeWithBoundedRuns()
    {
        const int Usual = 400, Long = 5_000;
        var tally = new CrossCheckAlarms(FrontEndForTests.FrontEnd).Run(IsLong ? Long : Usual, Seed);
        using var table = new StringWriter();
        tally.Print(table);
        output.WriteLine(table.ToString());
        Assert.True(tally.Alarms.Count == 0, table.ToString());
    }
}
