using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Tests.Bounded;
using HpcVerify.Verifier.Tests.Native;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.Replay;

/// <summary>Kernels that are wrong by what library functions give: only native calls show it.</summary>
[Collection(NativeTests.Name)]
public sealed class NativeTrialTests(NativeBench bench)
{
    private const string Gcc = "/usr/bin/gcc";

    public static IEnumerable<object[]> Files => Fixture.In("tests/Verifier.Tests/Fixtures/Bounded/native");

    [Theory, MemberData(nameof(Files))]
    public void AreOpenForTheEvaluatorAlone(string path)
    {
        var claims = Verified(path, BoundedOptions.Default).Report.Claims;
        Assert.DoesNotContain(claims, claim => claim.Verdict is Verdict.Refuted);
        Assert.IsType<Verdict.Unknown>(claims.Single(claim => claim.Property == Property.Equivalence).Verdict);
    }

    [Theory, MemberData(nameof(Files))]
    public void AreRefutedNativelyAndReplayThere(string path)
    {
        var native = new NativeReplay(bench.Sandbox, TimeProvider.System);
        var (report, request) = Verified(path, BoundedOptions.Default with { DiffersNatively = new NativeTrial(native, Gcc).Differing });
        var witness = Assert.IsType<Verdict.Refuted>(report.Claims.Single(claim => claim.Property == Property.Equivalence).Verdict).Witness;
        Assert.NotEqual(witness.Element!.Expected, witness.Element.Actual);

        var replayed = new Replayer(native, null, Gcc).Replay(new(request.Task, request.Source, Property.Equivalence, witness), request, null, CancellationToken.None);
        Assert.Equal(ReplayPlace.Value, replayed.Place);
    }

    private static (BoundedReport Report, VerificationRequest Request) Verified(string path, BoundedOptions options)
    {
        var request = CorpusVerification.RequestOf(BoundedFixtureTests.Mark(path, "task"), Fixture.Read(path).Source)!;
        return (BoundedVerification.Verify(request, options, CancellationToken.None), request);
    }
}
