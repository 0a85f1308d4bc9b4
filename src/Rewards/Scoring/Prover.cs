using System.Diagnostics;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Scoring;

/// <summary>Verifies submissions that static analysis has read.</summary>
public sealed class Prover(FrontEnd frontEnd, BoundedOptions options)
{
    /// <summary>The claims, and the request they answer; no request where the kernel could not be looked at.</summary>
    public (BoundedReport Report, VerificationRequest? Request) Verify(StaticReport report, KernelTask task, CancellationToken cancellation)
    {
        if (report.Unread is { } unread)
        {
            return (Refused(unread), null);
        }

        return VerificationRequest.Of(task, report.Source, source => frontEnd.ParseWithLibrary(source).Value) is { } request
            ? (BoundedVerification.Verify(request, options, cancellation), request)
            : (Refused($"no definition of '{task.EntryPoint}'"), null);
    }

    /// <summary>The same as evidence, with claims for all sizes unless a counterexample is known already.</summary>
    public (Proof Proof, VerificationRequest? Request) Prove(StaticReport report, KernelTask task, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (claimed, request) = Verify(report, task, cancellation);
        var (proof, elapsed) = (Proof.Of(claimed), watch.Elapsed);
        proof = request is null || proof.State == ProofState.Refuted ? proof : proof.With(AllSizesVerification.Verify(request, AllSizesOptions.Usual, cancellation));
        return (proof with { Elapsed = elapsed, AllSizesElapsed = watch.Elapsed - elapsed }, request);
    }

    private static BoundedReport Refused(string reason) =>
        new([.. Enum.GetValues<Property>().Select(property => new Claim(property, new Verdict.Unsupported(reason, default)))], "", 0, 0);
}
