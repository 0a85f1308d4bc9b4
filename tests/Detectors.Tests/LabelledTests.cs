using System.Text;
using System.Text.Json;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using Xunit.Abstractions;

namespace HpcVerify.Detectors.Tests;

/// <summary>Kernels whose techniques somebody decided by reading them against written definitions, before there were detectors.</summary>
public sealed class LabelledTests(ITestOutputHelper output)
{
    private const string Folder = "tests/Detectors.Tests/Labelled";
    private const string EntryPoint = "kernel";

    /// <summary>It describes every kernel that has loops, and is no technique.</summary>
    private const string Description = "loop-order";

    private sealed record Label(string[] Techniques, string Why);

    public static IEnumerable<object[]> Files => Labels().Keys.Select(file => new object[] { file });

    [Theory, MemberData(nameof(Files))]
    public void ExactlyTheLabelledTechniquesAreFound(string file) =>
        Assert.Equal(Labels()[file].Techniques.Order(StringComparer.Ordinal), FoundIn(file));

    [Fact]
    public void NothingIsMissedAndNothingIsAFalseAlarm()
    {
        var table = new StringBuilder("technique present found missed false\n");
        var results = Labels().Select(label => (label.Value.Techniques, Found: FoundIn(label.Key).ToHashSet())).ToList();
        var wrong = 0;
        foreach (var technique in TechniqueSuite.All.Select(detector => detector.Technique).Where(technique => technique != Description))
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

    private static IEnumerable<string> FoundIn(string file)
    {
        var source = SourceText.FromBytes(file, File.ReadAllBytes(Repository.PathOf(Path.Combine(Folder, file))));
        return TechniqueSuite.Find(FrontEndForTests.Parse(source).Value, EntryPoint)
            .Select(finding => finding.Technique).Where(technique => technique != Description).Distinct().Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, Label> Labels() => JsonSerializer.Deserialize<Dictionary<string, Label>>(
        File.ReadAllText(Repository.PathOf(Path.Combine(Folder, "labels.json"))), JsonSerializerOptions.Web)!;
}
