using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>Claims in words: a line each, then what the proofs cover and what they cost.</summary>
internal static class ClaimText
{
    private const int MostInputs = 12;

    /// <summary>The word for a whole kernel: the worst any claim has to say.</summary>
    public static string Overall(Verification verification) => verification.IsRefuted ? "refuted" : Overall(verification.Report);

    public static string Overall(BoundedReport report) =>
        report.IsRefuted ? "refuted"
        : report.IsProved ? "proved"
        : Word(report.Claims.First(claim => claim.Verdict is not Verdict.Proved).Verdict);

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "proved",
        Verdict.Refuted => "refuted",
        Verdict.Unknown => "unknown",
        Verdict.Unsupported => "unsupported",
        Verdict.Vacuous => "vacuous",
        _ => throw new UnreachableException(),
    };

    /// <summary>How many claims have which verdict: <c>5 claims proved, 1 unknown</c>.</summary>
    public static string Tally(BoundedReport report)
    {
        var counts = report.Claims.GroupBy(claim => Word(claim.Verdict)).Select(group => (group.Key, Count: group.Count())).ToList();
        return string.Join(", ", counts.Select((group, index) => string.Create(CultureInfo.InvariantCulture, $"{group.Count}{(index > 0 ? "" : group.Count == 1 ? " claim" : " claims")} {group.Key}")));
    }

    /// <summary>The refuting call in brief: <c>; at M=3 N=1 K=1, equivalence: …</c>; empty where none is known.</summary>
    public static string FailingCall(BoundedReport report) =>
        report.Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted) is { Verdict: Verdict.Refuted { Witness: var witness } } claim
            ? $"; at {witness.Sizes}, {Name(claim.Property)}: {witness.What}"
            : "";

    public static string Name(Property property) => property.ToString().ToLowerInvariant();

    public static IEnumerable<(string Name, string Text)> Rows(Verification verification, SourceText source)
    {
        foreach (var claim in verification.Report.Claims)
        {
            yield return (Name(claim.Property), $"{Word(claim.Verdict)}{Detail(claim.Verdict, source)}");
        }

        foreach (var row in verification.Report.Claims.Select(claim => claim.Verdict).OfType<Verdict.Refuted>().SelectMany(refuted => Rows(refuted.Witness)))
        {
            yield return row;
        }

        if (verification.Report.Claims.Select(claim => claim.Verdict).OfType<Verdict.Proved>().FirstOrDefault() is { } proved)
        {
            yield return ("scope", proved.Scope.Sizes);
            yield return ("assumed", string.Join("; ", proved.Scope.Assumptions));
        }

        foreach (var certificate in verification.Certificates)
        {
            yield return ("certified", $"{certificate.Claim}: {Words(certificate)}, {certificate.Path}");
        }

        foreach (var row in AllSizesText.Rows(verification, source))
        {
            yield return row;
        }

        if (!verification.Report.Sides.IsEmpty)
        {
            yield return ("sides", string.Create(CultureInfo.InvariantCulture, $"{verification.Report.SidesTaken} of {verification.Report.Sides.Length} branch sides taken"));
        }

        yield return ("cost", string.Create(
            CultureInfo.InvariantCulture,
            $"{verification.Report.Runs} runs, {verification.Report.Steps} loop turns and calls, {verification.Elapsed.TotalMilliseconds:0} ms"));
        if (verification.Witness is { } document)
        {
            yield return ("replay", verification.WitnessPath is { } path ? $"hpcverify replay {path}" : $"verify with '--witness DIR', then hpcverify replay DIR/{WitnessWriter.FileName(document)}");
        }
    }

    private static string Words(Certificate certificate) => certificate switch
    {
        { Confirmation: null } => FormattableString.Invariant($"{certificate.Questions} questions for another solver (cvc5 is not installed)"),
        { IsConfirmed: true, Confirmation: var confirmation } => FormattableString.Invariant($"{certificate.Questions} questions, proved again by {confirmation.Solver}"),
        { Confirmation: var confirmation } => FormattableString.Invariant($"{confirmation.Confirmed} of {certificate.Questions} questions proved again by {confirmation.Solver}, then '{confirmation.Other}'"),
    };

    internal static string Detail(Verdict verdict, SourceText source) => verdict switch
    {
        Verdict.Proved { Scope.Theory: { Length: > 0 } theory } => $": {theory}",
        Verdict.Refuted { Witness: var witness } => $": {witness.What}{At(source, witness.Span)}{(witness.Related is { } related ? $", and{At(source, related)}" : "")}",
        Verdict.Unknown unknown => $": {unknown.Reason}",
        Verdict.Unsupported unsupported => $": {unsupported.Construct}{At(source, unsupported.Span)}",
        Verdict.Vacuous vacuous => $": {vacuous.Precondition}",
        _ => "",
    };

    private static string At(SourceText source, TextSpan span)
    {
        var start = source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $" at {start.Line}:{start.Column}");
    }

    internal static IEnumerable<(string Name, string Text)> Rows(Counterexample witness)
    {
        yield return ("witness", string.Create(CultureInfo.InvariantCulture, $"{witness.Sizes}{(witness.Threads > 1 ? $" with {witness.Threads} threads" : "")}{Inputs(witness.Inputs)}"));
        if (witness.Thread is not null || witness.Lane is not null || !witness.Indices.IsEmpty)
        {
            var words = witness.Indices.Select(index => string.Create(CultureInfo.InvariantCulture, $"{index.Name}={index.Value}"))
                .Prepend(witness.Thread is { } thread ? string.Create(CultureInfo.InvariantCulture, $"thread {thread}") : "")
                .Append(witness.Lane is { } lane ? string.Create(CultureInfo.InvariantCulture, $"lane {lane}") : "");
            yield return ("there", string.Join(' ', words.Where(word => word.Length > 0)));
        }

        if (witness.Element is { } element)
        {
            yield return ("element", string.Create(CultureInfo.InvariantCulture, $"{element.Name} is {(element.Actual is { } actual ? actual.ToString("R", CultureInfo.InvariantCulture) : "not stored to")}, should be {element.Expected:R}"));
        }
    }

    private static string Inputs(ImmutableSortedDictionary<string, double> inputs)
    {
        var shown = inputs.Where(input => input.Value != 0).Take(MostInputs).Select(input => string.Create(CultureInfo.InvariantCulture, $"{input.Key}={input.Value:R}")).ToList();
        var rest = inputs.Count(input => input.Value != 0) - shown.Count;
        return shown.Count == 0 ? "" : $", {string.Join(' ', shown)}{(rest > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {rest} more") : "")}";
    }
}
