using System.Text.RegularExpressions;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>Small kernels whose folder says what becomes of them, and whose first lines say of what task and in what way.</summary>
public sealed class BoundedFixtureTests
{
    private const string Root = "tests/Verifier.Tests/Fixtures/Bounded";

    public static IEnumerable<object[]> Proved => Fixture.In($"{Root}/proved");

    public static IEnumerable<object[]> Refuted => Fixture.In($"{Root}/refuted");

    public static IEnumerable<object[]> Open => Fixture.In($"{Root}/open");

    [Theory, MemberData(nameof(Proved))]
    public void EveryClaimIsProved(string path)
    {
        var claims = Verify(path).Claims;
        Assert.All(claims, claim => Assert.IsType<Verdict.Proved>(claim.Verdict));
        Assert.NotEmpty(claims);
        var scopes = claims.Select(claim => ((Verdict.Proved)claim.Verdict).Scope.Theory);
        Assert.Contains(scopes, theory => theory.Contains(Line(path, "says"), StringComparison.Ordinal));
        Assert.All(claims, claim => Assert.Contains(Line(path, "scope"), ((Verdict.Proved)claim.Verdict).Scope.Sizes, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Refuted))]
    public void TheMarkedPropertyIsRefutedWithAWitness(string path)
    {
        var refuted = Verify(path).Claims.Where(claim => claim.Verdict is Verdict.Refuted).ToList();
        Assert.Equal([Mark(path, "refuted")], refuted.Select(claim => claim.Property.ToString().ToLowerInvariant()));
        var witness = ((Verdict.Refuted)refuted[0].Verdict).Witness;
        Assert.NotEmpty(witness.Sizes);
        Assert.Contains(Line(path, "at"), witness.Sizes, StringComparison.Ordinal);
        Assert.EndsWith(Line(path, "there"), There(witness), StringComparison.Ordinal);
    }

    /// <summary>Thread, counters and lane of the place, as far as it has them.</summary>
    private static string There(Counterexample witness) => FormattableString.Invariant(
        $"thread {witness.Thread} {string.Join(' ', witness.Indices.Select(index => FormattableString.Invariant($"{index.Name}={index.Value}")))}{(witness.Lane is { } lane ? $" lane {lane}" : "")}");

    [Theory, MemberData(nameof(Open))]
    public void NothingIsRefutedAndNotEverythingProved(string path)
    {
        var claims = Verify(path).Claims;
        Assert.DoesNotContain(claims, claim => claim.Verdict is Verdict.Refuted);
        Assert.Contains(claims, claim => string.Equals(claim.Verdict.GetType().Name, Mark(path, "open"), StringComparison.OrdinalIgnoreCase));
        Assert.All(claims.Select(claim => claim.Verdict).OfType<Verdict.Unknown>(), unknown => Assert.Contains(Line(path, "reason"), unknown.Reason, StringComparison.Ordinal));
    }

    internal static string Mark(string path, string key) =>
        Regex.Match(Fixture.Read(path).Source.Code, $@"// {key}: (\w+)").Groups[1].Value;

    /// <summary>The rest of a marked line; empty where the fixture has none.</summary>
    private static string Line(string path, string key) =>
        Regex.Match(Fixture.Read(path).Source.Code, $@"// {key}: (.+)").Groups[1].Value;

    private static BoundedReport Verify(string path) => CorpusVerification.Verify(Mark(path, "task"), Fixture.Read(path).Source, BoundedOptions.Default);
}
