using System.Text.RegularExpressions;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Tests.Bounded;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>Small kernels whose first lines say of what task they are, what is assumed, and what comes of some of the claims.</summary>
public sealed partial class AllSizesFixtureTests
{
    public static IEnumerable<object[]> Kernels => Fixture.In("tests/Verifier.Tests/Fixtures/AllSizes").Where(row => !((string)row[0]).Contains("/Corpus/", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Kernels))]
    public void ClaimsAreThoseAbove(string path)
    {
        var source = Fixture.Read(path).Source;
        var marks = Mark().Matches(source.Code).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        var request = CorpusVerification.RequestOf(marks["task"].Single(), source)!;
        var assumed = marks["assume"].Aggregate(request.Task, (task, condition) => ContractAssumption.Join(task, condition, FrontEndForTests.Parse).Value!);
        var claims = AllSizesVerification.Verify(request with { Task = assumed }, AllSizesOptions.Usual, CancellationToken.None).Claims;
        var wanted = claims.Where(claim => marks.Contains(ClaimWords.Name(claim))).ToList();

        Assert.NotEmpty(wanted);
        Assert.Equal(
            string.Join('\n', wanted.Select(claim => $"{ClaimWords.Name(claim)}: {marks[ClaimWords.Name(claim)].Single()}")),
            string.Join('\n', wanted.Select(claim => $"{ClaimWords.Name(claim)}: {ClaimWords.Of(claim)}")));
    }

    [GeneratedRegex(@"^// (\w+): (.*)$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
