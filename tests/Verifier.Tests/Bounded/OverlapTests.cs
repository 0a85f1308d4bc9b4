using System.Text.RegularExpressions;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Tests.Native;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>
/// What is said of buffers that a contract lets overlap: fixtures name the arrangement that refutes them and the place where that
/// is seen again, or what their proof takes for granted.
/// </summary>
[Collection(NativeTests.Name)]
public sealed class OverlapTests(NativeBench bench)
{
    private const string Root = "tests/Verifier.Tests/Fixtures/Bounded";

    public static IEnumerable<object[]> Refuted => Marked("refuted", "with");

    public static IEnumerable<object[]> Replayed => Marked("refuted", "replays");

    public static IEnumerable<object[]> Proved => Marked("proved", "assumes");

    [Theory, MemberData(nameof(Refuted))]
    public void CounterexampleNamesTheArrangement(string path) =>
        Assert.EndsWith($" with {Mark(path, "with")}", RefutedBy(path).Witness.Sizes, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Replayed))]
    public void CounterexampleFailsAgain(string path)
    {
        var (claim, witness) = RefutedBy(path);
        var request = RequestOf(path);
        var report = new Replayer(new NativeReplay(bench.Sandbox, TimeProvider.System), ReplayBuild.FindClang(), "/usr/bin/gcc")
            .Replay(new(request.Task, request.Source, claim, witness), request, null, CancellationToken.None);
        Assert.Equal(Mark(path, "replays"), report.Place.ToString());
    }

    [Theory, MemberData(nameof(Proved))]
    public void ScopeSaysWhatIsTakenForGranted(string path)
    {
        var claim = Verify(RequestOf(path)).Claims[^1];
        Assert.Contains(Mark(path, "assumes"), string.Join("; ", Assert.IsType<Verdict.Proved>(claim.Verdict).Scope.Assumptions) + ".", StringComparison.Ordinal);
    }

    [Fact]
    public void BuffersApartByContractTakeNoMoreRuns()
    {
        var apart = Verify(RequestOf($"{Root}/proved/disjoint_by_contract.c"));
        var anywhere = Verify(RequestOf($"{Root}/proved/overlap_the_reference_rules_out.c"));
        Assert.Equal((anywhere.Runs, anywhere.Steps), (apart.Runs, apart.Steps));
    }

    /// <summary>So that none of its kernels costs more runs.</summary>
    [Fact]
    public void ContractsOfTheCorpusLetNothingOverlap() => Assert.All(
        KernelTaskReader.Names(Repository.PathOf("corpus")).Select(name => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!),
        task => Assert.Empty(task.Contract.OverlappingPairs));

    private static (Property Property, Counterexample Witness) RefutedBy(string path)
    {
        var claim = Verify(RequestOf(path)).Claims.Single(claim => claim.Verdict is Verdict.Refuted);
        return (claim.Property, ((Verdict.Refuted)claim.Verdict).Witness);
    }

    private static VerificationRequest RequestOf(string path) => CorpusVerification.RequestOf(Mark(path, "task"), Fixture.Read(path).Source)!;

    private static BoundedReport Verify(VerificationRequest request) => BoundedVerification.Verify(request, BoundedOptions.Default, CancellationToken.None);

    private static IEnumerable<object[]> Marked(string folder, string key) => Fixture.In($"{Root}/{folder}").Where(row => Mark((string)row[0], key).Length > 0);

    private static string Mark(string path, string key) => Regex.Match(Fixture.Read(path).Source.Code, $@"^// {key}: (.+)$", RegexOptions.Multiline).Groups[1].Value;
}
