using HpcVerify.Rewards.Policy;

namespace HpcVerify.Server;

/// <summary>A check that was not made of a submission: who reads a score should not take it for passed.</summary>
/// <param name="Check"><c>verification</c>, <c>proof</c>, <c>timing</c>, <c>baseline</c> or <c>reference</c>.</param>
public sealed record SkippedItem(string Check, string Why)
{
    internal static IReadOnlyList<SkippedItem> Of(SampleResult result) => result.Answer?.Evidence is { } evidence
        ? [.. Of(result.Sample, evidence).Where(check => check.Why is not null).Select(check => new SkippedItem(check.Check, check.Why!))]
        : [];

    private static IEnumerable<(string Check, string? Why)> Of(Sample sample, Evidence evidence)
    {
        var failed = evidence.Failure is { } failure ? $"the submission failed before, at '{failure.Level.ToString().ToLowerInvariant()}'"
            : evidence.Infrastructure is { } trouble ? $"nothing could be found out: {trouble}"
            : null;
        var isNative = evidence.Failure?.Level is null or > Level.Compile && evidence.Infrastructure is null;
        yield return ("verification", isNative ? null : failed);
        yield return ("proof", evidence.Proof is not null ? null : isNative ? $"profile '{sample.Profile}' pays for none" : failed);
        yield return ("timing", evidence.Measurement is not null ? null : !sample.IsTimed ? "the request has 'timing' false" : failed);
        yield return ("baseline", evidence.Measurement is { RatioToBaseline: null } ? "the task has none, or the machine lacks its library" : null);
        yield return ("reference", evidence.Measurement is { NaiveSpeed: null } ? "it was not timed beside the kernel" : null);
    }
}
