using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Tests;

public sealed class RuleCatalogueTests
{
    private static readonly IReadOnlyList<Rule> Rules = Rule.DeclaredIn(typeof(Rule).Assembly, typeof(Detector).Assembly);

    [Fact]
    public void IdsAreUnique() => Assert.Equal(Rules.Select(rule => rule.Id).Distinct(), Rules.Select(rule => rule.Id));

    [Fact]
    public void EveryDetectorIsFoundInTheOrderOfItsRule()
    {
        Assert.Equal(41, DetectorSuite.All.Length);
        Assert.IsType<EntryPointSignature>(DetectorSuite.All[0]);
    }

    [Theory]
    [InlineData("HV0001", Rung.Format)]
    [InlineData("HV0015", Rung.Format)]
    [InlineData("HV1001", Rung.Format)]
    [InlineData("HV1003", Rung.Format)]
    [InlineData("HV1101", Rung.Library)]
    [InlineData("HV1114", Rung.Library)]
    [InlineData("HV1301", Rung.Library)]
    [InlineData("HV7101", Rung.Library)]
    [InlineData("HV1106", Rung.None)]
    [InlineData("HV7102", Rung.None)]
    [InlineData("HV7103", Rung.None)]
    [InlineData("HV7201", Rung.Library)]
    [InlineData("HV7202", Rung.None)]
    [InlineData("HV9001", Rung.None)]
    public void FindingDecidesItsRung(string id, Rung rung) =>
        Assert.Equal(rung, Ladder.RungOf(Rules.Single(rule => rule.Id == id)));
}
