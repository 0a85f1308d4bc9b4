using System.Collections.Immutable;
using HpcVerify.Alarms.CrossCheck;
using HpcVerify.TestKit;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Verdicts;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>Claims for all sizes about random affine kernels against runs at some sizes; <c>benchmarks -- crosscheck</c> runs the same with any count.</summary>
public sealed class CrossCheckTests(ITestOutputHelper output)
{
    private const int Seed = 1;

    [Fact]
    public void ClaimsForAllSizesAgreeWithBoundedRuns()
    {
        const int Usual = 240, Long = 5_000;
        var tally = new CrossCheckAlarms(FrontEndForTests.FrontEnd).Run(Repository.IsLongRun ? Long : Usual, Seed);
        using var table = new StringWriter();
        tally.Print(table);
        output.WriteLine(table.ToString());
        Assert.True(tally.Alarms.Count == 0, table.ToString());
    }

    /// <summary>An alarm that never rings says nothing.</summary>
    [Theory]
    [InlineData(SizeProperty.Overflow), InlineData(SizeProperty.Bounds), InlineData(SizeProperty.Initialisation), InlineData(SizeProperty.Races), InlineData(SizeProperty.Coverage)]
    public void AFalseProofOfEachPropertyRaisesAnAlarm(SizeProperty property) =>
        Assert.Contains(property.ToString().ToLowerInvariant(), AlarmsAt(new(property, new Verdict.Proved(new(AllSizesReport.Scope, "", [])))));

    [Theory]
    [InlineData("1 == 1", false), InlineData("1 == 0", true)]
    public void AFalseConditionRaisesAnAlarm(string condition, bool isWeakest) =>
        Assert.Contains("bounds", AlarmsAt(new(SizeProperty.Bounds, new Verdict.Unknown("")) { Condition = new(condition, isWeakest) }));

    /// <summary>What is found wrong with a claim that is made of any kernel alike.</summary>
    private static ImmutableArray<string> AlarmsAt(SizeClaim claim)
    {
        const int MostKernels = 200;
        var alarms = new CrossCheckAlarms(FrontEndForTests.FrontEnd);
        return [.. Enumerable.Range(Seed, MostKernels).Select(seed => alarms.Judge(seed, _ => [claim])).First(tally => tally.Alarms.Count > 0).Alarms.Select(alarm => alarm.Kind)];
    }
}
