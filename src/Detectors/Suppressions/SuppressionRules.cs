using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Suppressions;

/// <summary>Takes away the findings that the author of a file has excused, and says which excuses do not count.</summary>
public static partial class SuppressionRules
{
    private static readonly Rule WithoutReason = new(
        "HV0301", Severity.Warning, "Suppression without a reason", "'ignore[{0}]' gives no reason, and so suppresses nothing",
        "Whoever reads the code next has to know why a finding does not matter here. Write the reason behind the bracket: '// hpcverify: ignore[HV7102] filled once, before any thread starts'.");

    private static readonly Rule Unused = new(
        "HV0302", Severity.Warning, "Suppression of nothing", "'ignore[{0}]': there is no such finding on line {1}",
        "The finding that this comment excused is gone, or is on another line, or never existed. Delete the comment, so that it does not hide a new finding later.");

    private static readonly Rule NotAllowed = new(
        "HV0303", Severity.Warning, "Finding that cannot be suppressed", "'{0}' says that the file cannot be judged, and cannot be suppressed",
        "Rules of the families HV0 and HV9 say that a part of the file was not understood. No reason makes it understood.");

    private static readonly Rule Misspelt = new(
        "HV0304", Severity.Warning, "Suppression that is not written as one", "this comment suppresses nothing; write '// hpcverify: ignore[{0}] reason'",
        "A suppression is a comment to the end of its line, begins with 'hpcverify: ignore' in lower case, and names its rules in brackets. "
        + "Anything else is a comment like any other, and the finding that it was to excuse is still reported.");

    private static readonly Rule Unknown = new(
        "HV0305", Severity.Warning, "Suppression of a rule that does not exist", "'ignore[{0}]' suppresses nothing: {1}",
        "Rules are named by their ids, such as HV7102. 'hpcverify rules' lists them, and every finding ends with its own.");

    /// <summary>What is left of a file's findings, and what is wrong with its suppressions, in order.</summary>
    /// <param name="whyNoRule">Says of an id why no rule has it; null where one has.</param>
    public static ImmutableArray<Diagnostic> Apply(SourceText source, ImmutableArray<Diagnostic> findings, Func<string, string?> whyNoRule)
    {
        var (suppressions, misspelt) = (Suppression.In(source), Suppression.MisspeltIn(source));
        if (suppressions.IsEmpty && misspelt.IsEmpty)
        {
            return findings;
        }

        var used = new HashSet<(Suppression, string)>();
        var left = findings.Where(finding => finding.Rule != ScoredSuppressions.Found && !IsSuppressed(finding)).ToList();
        var misuse = suppressions.SelectMany(suppression =>
            suppression.Reason.Length == 0 ? [WithoutReason.At(suppression.Span, string.Join(", ", suppression.Rules))]
            : suppression.Rules.Where(rule => !used.Contains((suppression, rule))).Select(rule => Useless(suppression, rule, whyNoRule)));
        return [.. left.Concat(misuse).Concat(misspelt.Select(comment => Misspelt.At(comment.Span, RulesIn(comment.Text)))).Order(Diagnostic.Order)];

        bool IsSuppressed(Diagnostic finding)
        {
            var line = source.PositionOf(finding.Span.Start).Line;
            var by = suppressions.Where(suppression => suppression.Reason.Length > 0 && MayBe(finding.Rule.Id) && suppression.IsAbout(finding.Rule.Id, line)).ToList();
            used.UnionWith(by.Select(suppression => (suppression, finding.Rule.Id)));
            return by.Count > 0;
        }
    }

    private static Diagnostic Useless(Suppression suppression, string rule, Func<string, string?> whyNoRule) =>
        whyNoRule(rule) is { } why ? Unknown.At(suppression.Span, rule, why)
        : MayBe(rule) ? Unused.At(suppression.Span, rule, suppression.Line)
        : NotAllowed.At(suppression.Span, rule);

    /// <summary>The rules that a comment names, else one for an example.</summary>
    private static string RulesIn(string comment) =>
        Id().Matches(comment) is { Count: > 0 } ids ? string.Join(", ", ids.Select(id => id.Value.ToUpperInvariant()).Distinct()) : "HV7102";

    [GeneratedRegex(@"\bHV[0-9]{4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    private static bool MayBe(string rule) => !rule.StartsWith("HV0", StringComparison.Ordinal) && !rule.StartsWith("HV9", StringComparison.Ordinal);
}
