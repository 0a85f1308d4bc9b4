using System.Text.RegularExpressions;
using HpcVerify.TestKit;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Tests.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>
/// Small kernels in the folder of a property and of what becomes of it for all sizes; their first lines say of what task, and
/// under which condition the property holds if it does not always.
/// </summary>
public sealed class SizeFixtureTests
{
    private const string Root = "tests/Verifier.Tests/Fixtures/SizeProperties";

    public static IEnumerable<object[]> Kernels =>
        from property in new[] { "termination", "initialisation", "coverage" }
        from verdict in new[] { "proved", "refuted", "unknown" }
        from row in Fixture.In($"{Root}/{property}/{verdict}")
        select (object[])[property, verdict, (string)row[0]];

    [Theory, MemberData(nameof(Kernels))]
    public void TheFoldersAreTheAnswer(string property, string verdict, string path)
    {
        var code = Fixture.Read(path).Source.Code;
        var request = CorpusVerification.RequestOf(Marked(code, "task"), Fixture.Read(path).Source)!;
        var claim = AllSizesVerification.Verify(request, AllSizesOptions.Usual, CancellationToken.None).Claims.Single(one => one.Property.ToString().Equals(property, StringComparison.OrdinalIgnoreCase));
        var reason = claim.Verdict is Verdict.Unknown unknown ? unknown.Reason : "";
        Assert.DoesNotContain("it rests on", reason, StringComparison.Ordinal);
        Assert.Equal((verdict, Marked(code, "holds when")), (Word(claim), Marked(code, "holds when").Length > 0 ? claim.Condition?.ToString() : ""));
    }

    private static string Word(SizeClaim claim) => claim.Verdict.GetType().Name.ToLowerInvariant();

    private static string Marked(string code, string key) => Regex.Match(code, $@"// {key}: (.+)").Groups[1].Value.Trim();
}
