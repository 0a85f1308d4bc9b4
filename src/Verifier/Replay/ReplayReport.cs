using System.Collections.Immutable;

namespace HpcVerify.Verifier.Replay;

/// <summary>Where a witness was seen to fail again.</summary>
public enum ReplayPlace
{
    /// <summary>Natively, under AddressSanitizer.</summary>
    AddressSanitizer,

    /// <summary>Natively, under UndefinedBehaviorSanitizer.</summary>
    UndefinedBehaviorSanitizer,

    /// <summary>Natively, under ThreadSanitizer.</summary>
    ThreadSanitizer,

    /// <summary>Natively, in the wrong result.</summary>
    Value,

    /// <summary>Natively, at the kernel's own <c>assert</c>.</summary>
    Assertion,

    /// <summary>Natively, in not coming back.</summary>
    Deadline,

    /// <summary>On the evaluator alone: no compiled program shows it.</summary>
    Evaluator,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>What a replay showed.</summary>
/// <param name="Evidence">What was said there: the sanitizer's line, or the element with both values.</param>
/// <param name="Build">What the program was built with; empty for the evaluator.</param>
/// <param name="Obstacles">Why the places tried before showed nothing.</param>
public sealed record ReplayReport(ReplayPlace Place, string Evidence, string Build, ImmutableArray<string> Obstacles)
{
    public bool IsReproduced => Place != ReplayPlace.None;
}
