using System.Text.RegularExpressions;
using HpcVerify.TestKit;

namespace HpcVerify.Architecture.Tests;

/// <summary>docs/soundness-traps.md names what shows that each trap is avoided: all of it is there.</summary>
public sealed partial class TrapPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/soundness-traps.md"));

    [Fact]
    public void EverythingNamedExists()
    {
        var named = Paths().Matches(Page).Select(match => match.Groups[1].Value
            .Replace("B/", "tests/Verifier.Tests/Fixtures/Bounded/", StringComparison.Ordinal)
            .Replace("F/", "tests/Rewards.Tests/Fixtures/traps/", StringComparison.Ordinal)).ToList();

        Assert.InRange(named.Count, 40, 200);
        Assert.All(named, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
    }

    [Fact]
    public void EveryTrapOfTheFrontEndIsListed() =>
        Assert.All(Directory.GetFiles(Repository.PathOf("tests/Rewards.Tests/Fixtures/traps")), file => Assert.Contains($"| {int.Parse(Path.GetFileName(file)[1..3], System.Globalization.CultureInfo.InvariantCulture)} |", Page, StringComparison.Ordinal));

    [GeneratedRegex(@"`((?:B|F|corpus|tests)/[A-Za-z0-9_./-]+[A-Za-z0-9])`")]
    private static partial Regex Paths();
}
