using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Tests;

/// <summary>A witness whose buffers overlap is the same call again after it was written to a file.</summary>
public sealed class WitnessOverlapTests
{
    private static readonly SourceText Kernel = Fixture.Read("tests/Verifier.Tests/Fixtures/Bounded/refuted/overlap_read_backwards.c").Source;

    private static readonly KernelTask Task = KernelTaskReader.Read(Repository.PathOf("tests/Verifier.Tests/Fixtures/Tasks/twice_anywhere"), FrontEndForTests.Parse).Value!;

    [Fact]
    public void ComesBackAsItWasWritten()
    {
        var text = Written();
        var (witness, error) = ReadBack(text);

        Assert.Null(error);
        Assert.Equal("n=2 with y = x + 1", witness!.Counterexample.Sizes);
        Assert.Equal(text, WitnessWriter.Of(witness, "kernel.c", []).ToJson());
    }

    [Theory]
    [InlineData("\"shift\": 1", "\"shift\": 2")]
    [InlineData("\"shift\": 1", "\"shift\": -1")]
    [InlineData("\"host\": \"x\"", "\"host\": \"y\"")]
    [InlineData("\"host\": \"x\"", "\"host\": \"n\"")]
    public void PlaceOutsideOfTheOtherBufferIsRefused(string old, string spoilt) =>
        Assert.NotNull(ReadBack(Written().Replace(old, spoilt, StringComparison.Ordinal)).Error);

    private static string Written()
    {
        var request = VerificationRequest.Of(Task, Kernel, source => FrontEndForTests.ParseWithLibrary(source).Value)!;
        var claim = BoundedVerification.Verify(request, BoundedOptions.Default, CancellationToken.None).Claims.Single(claim => claim.Verdict is Verdict.Refuted);
        return WitnessWriter.Of(new(Task, Kernel, claim.Property, ((Verdict.Refuted)claim.Verdict).Witness), "kernel.c", []).ToJson();
    }

    private static (Witness? Witness, string? Error) ReadBack(string text) => WitnessReader.Read(WitnessDocument.Parse(text, "witness.json").Document!, Task, Kernel);
}
