using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Replay;

namespace HpcVerify.Verifier.Tests.Replay;

/// <summary>What a program's complaint proves about the violation that was expected.</summary>
public sealed class ReplayEvidenceTests
{
    [Theory]
    [InlineData(Violation.OutOfBounds, "==2==ERROR: AddressSanitizer: use-after-poison on address 0x1", ReplayPlace.AddressSanitizer)]
    [InlineData(Violation.SignedOverflow, "kernel.c:3:9: runtime error: signed integer overflow: 2147483647 + 1", ReplayPlace.UndefinedBehaviorSanitizer)]
    [InlineData(Violation.Assertion, "==2==ERROR: AddressSanitizer: SEGV on unknown address", ReplayPlace.AddressSanitizer)]
    [InlineData(Violation.Race, "WARNING: ThreadSanitizer: data race (pid=2)", ReplayPlace.ThreadSanitizer)]
    [InlineData(null, "replay: differs: y[0] is 3, should be 4", ReplayPlace.Value)]
    [InlineData(Violation.Indeterminate, "replay: differs: y[0] is nan, should be 4", ReplayPlace.Value)]
    public void ComplaintOfTheKindExpectedIsEvidence(Violation? kind, string line, ReplayPlace place) =>
        Assert.Equal(place, ReplayEvidence.Of(kind, $"noise\n{line}\nnoise")?.Place);

    [Theory]
    [InlineData(Violation.OutOfBounds, "replay: differs: y[0] is 3, should be 4")]
    [InlineData(Violation.SignedOverflow, "kernel.c:3:9: runtime error: shift exponent 40 is too large")]
    [InlineData(null, "==2==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x1")]
    [InlineData(null, "replay: every output is as the reference says")]
    public void ComplaintOfAnotherKindIsNone(Violation? kind, string line) => Assert.Null(ReplayEvidence.Of(kind, line));
}
