using HpcVerify.TestKit;
using HpcVerify.Verifier.Races;

namespace HpcVerify.Verifier.Tests.Races;

/// <summary>The folder of a fixture is the answer for the file; where that is a race, its two sides are on marked lines.</summary>
public sealed class RaceFixtureTests
{
    private const string Folder = "tests/Verifier.Tests/Fixtures/Races";

    public static IEnumerable<object[]> Kernels => Fixture.In(Folder);

    [Theory, MemberData(nameof(Kernels))]
    public void TheFolderIsTheAnswer(string path)
    {
        var fixture = Fixture.Read(path);
        var report = RaceCheck.Of(FrontEndForTests.ParseWithLibrary(fixture.Source).Value, RaceOptions.Usual);

        Assert.NotEmpty(report.Regions);
        Assert.Equal((Path.GetFileName(Path.GetDirectoryName(path)), ""), (AnswerOf(report), string.Join("; ", UnmarkedLines(report, fixture))));
    }

    private static string AnswerOf(RaceReport report) => report.HasRace ? "race" : report.IsFree ? "free" : "open";

    private static IEnumerable<string> UnmarkedLines(RaceReport report, Fixture fixture)
    {
        var lines = fixture.Source.Code.Split('\n');
        return from race in report.Regions.Select(region => region.Verdict).OfType<RegionVerdict.Race>()
               from pair in race.Pairs
               from side in new[] { pair.First, pair.Second }
               let line = fixture.Source.PositionOf(side.Span.Start).Line
               where !lines[line - 1].Contains("//~ race", StringComparison.Ordinal)
               select $"{line}: {side.Variable}";
    }
}
