using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.TestKit;
using Xunit.Abstractions;

namespace HpcVerify.Detectors.Tests;

/// <summary>Kernels whose techniques somebody decided by reading them against written definitions, before there were detectors.</summary>
public sealed class LabelledTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> Files => LabelledKernels.Labels().Keys.Select(file => new object[] { file });

    [Theory, MemberData(nameof(Files))]
    public void ExactlyTheLabelledTechniquesAreFound(string file) =>
        Assert.Equal(LabelledKernels.Labels()[file].Techniques.Order(StringComparer.Ordinal), FoundIn(file));

    [Fact]
    public void NothingIsMissedAndNothingIsAFalseAlarm()
    {
        var table = new StringBuilder("technique present found missed false\n");
        var results = LabelledKernels.Labels().Select(label => (label.Value.Techniques, Found: FoundIn(label.Key).ToHashSet())).ToList();
        var wrong = 0;
        foreach (var technique in TechniqueSuite.All.Select(detector => detector.Technique).Where(technique => technique != LabelledKernels.Description))
        {
            var present = results.Count(result => result.Techniques.Contains(technique));
            var missed = results.Count(result => result.Techniques.Contains(technique) && !result.Found.Contains(technique));
            var alarms = results.Count(result => !result.Techniques.Contains(technique) && result.Found.Contains(technique));
            table.Append(technique).Append(' ').Append(present).Append(' ').Append(present - missed).Append(' ').Append(missed).Append(' ').Append(alarms).Append('\n');
            wrong += missed + alarms;
        }

        output.WriteLine(table.ToString());
        Assert.Equal(0, wrong);
    }

    private static IEnumerable<string> FoundIn(string file) =>
        TechniqueSuite.Find(FrontEndForTests.Parse(LabelledKernels.Source(file)).Value, LabelledKernels.EntryPoint)
            .Select(finding => finding.Technique).Where(technique => technique != LabelledKernels.Description).Distinct().Order(StringComparer.Ordinal);
}
