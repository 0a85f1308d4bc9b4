using System.Collections.Immutable;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Replay;

/// <summary>What a sanitizer's complaint, or a wrong value, says about the violation that was expected.</summary>
internal static class ReplayEvidence
{
    private const string Address = "ERROR: AddressSanitizer: ";
    private const string Undefined = "runtime error: ";
    private const string Race = "WARNING: ThreadSanitizer: data race";

    /// <summary>Signals by which a processor or a kernel ends itself.</summary>
    private static readonly ImmutableArray<string> Signals = ["SEGV", "BUS", "ILL", "TRAP", "ABRT"];

    private static readonly ImmutableArray<Violation> SeenByAddress =
    [
        Violation.OutOfBounds, Violation.NullPointer, Violation.DeadObject, Violation.WriteToConstant, Violation.Misaligned, Violation.StackOverflow,
    ];

    /// <summary>The place and the line that shows it; null where the output shows nothing of the kind.</summary>
    public static (ReplayPlace Place, string Line)? Of(Violation? kind, string output)
    {
        foreach (var line in output.Split('\n'))
        {
            if (PlaceOf(kind, line) is var (place, mark))
            {
                return (place, line[mark..].Trim());
            }
        }

        return null;
    }

    private static (ReplayPlace Place, int Mark)? PlaceOf(Violation? kind, string line) => kind switch
    {
        { } seen when SeenByAddress.Contains(seen) && At(line, Address) is { } mark => (ReplayPlace.AddressSanitizer, mark + "ERROR: ".Length),
        { } seen when line.Contains(Undefined, StringComparison.Ordinal) && PhrasesOf(seen).Any(phrase => line.Contains(phrase, StringComparison.Ordinal)) => (ReplayPlace.UndefinedBehaviorSanitizer, 0),
        // What an intrinsic asserts of an address, the processor may find out by itself; and a trap is a signal.
        Violation.Assertion or Violation.BrokenPromise when At(line, Address) is { } mark && Signals.Any(signal => line[(mark + Address.Length)..].StartsWith(signal, StringComparison.Ordinal)) => (ReplayPlace.AddressSanitizer, mark + "ERROR: ".Length),
        Violation.BrokenPromise when At(line, Address) is { } mark && line[(mark + Address.Length)..].StartsWith("memcpy-param-overlap", StringComparison.Ordinal) => (ReplayPlace.AddressSanitizer, mark + "ERROR: ".Length),
        Violation.Race when At(line, Race) is { } mark => (ReplayPlace.ThreadSanitizer, mark),
        Violation.Assertion when At(line, "Assertion `") is { } mark => (ReplayPlace.Assertion, mark),
        Violation.EndlessLoop when At(line, ReplayLibrary.Endless) is { } mark => (ReplayPlace.Deadline, mark + ReplayLibrary.Endless.Length),
        null or Violation.Indeterminate or Violation.Race when At(line, ReplayLibrary.Differs) is { } mark => (ReplayPlace.Value, mark + ReplayLibrary.Differs.Length),
        _ => null,
    };

    private static int? At(string line, string words) => line.IndexOf(words, StringComparison.Ordinal) is >= 0 and var found ? found : null;

    /// <summary>UBSan's own words for what C leaves undefined.</summary>
    private static ImmutableArray<string> PhrasesOf(Violation kind) => kind switch
    {
        Violation.SignedOverflow => ["signed integer overflow", "cannot be represented"],
        Violation.Shift => ["shift"],
        Violation.DivisionByZero => ["division by zero"],
        Violation.NullPointer => ["null pointer"],
        Violation.Misaligned => ["misaligned address"],
        Violation.OutOfBounds => ["out of bounds", "insufficient space", "pointer index expression", "offset"],
        Violation.Assertion or Violation.BrokenPromise => ["assumption of", "misaligned address", "unreachable", "argument", "bound evaluates to non-positive"],
        _ => [],
    };
}
