using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Suppressions;

/// <summary>Takes away the findings that the author of a file has excused, and says which excuses do not count.</summary>
public static class SuppressionRules
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

    /// <summary>What is left of a file's findings, and what is wrong with its suppressions, in order.</summary>
    public static ImmutableArray<Diagnostic> Apply(SourceText source, ImmutableArray<Diagnostic> findings)
    {
        var suppressions = Suppression.In(source);
        if (suppressions.IsEmpty)
        {
            return findings;
        }

        var used = new HashSet<(Suppression, string)>();
        var left = findings.Where(finding => finding.Rule != ScoredSuppressions.Found && !IsSuppressed(finding)).ToList();
        var misuse = suppressions.SelectMany(suppression =>
            suppression.Reason.Length == 0 ? [WithoutReason.At(suppression.Span, string.Join(", ", suppression.Rules))]
            : suppression.Rules.Where(rule => !used.Contains((suppression, rule))).Select(rule => MayBe(rule) ? Unused.At(suppression.Span, rule, suppression.Line) : NotAllowed.At(suppression.Span, rule)));
        return [.. left.Concat(misuse).Order(Diagnostic.Order)];

        bool IsSuppressed(Diagnostic finding)
        {
            var line = source.PositionOf(finding.Span.Start).Line;
            var by = suppressions.Where(suppression => suppression.Reason.Length > 0 && MayBe(finding.Rule.Id) && suppression.IsAbout(finding.Rule.Id, line)).ToList();
            used.UnionWith(by.Select(suppression => (suppression, finding.Rule.Id)));
            return by.Count > 0;
        }
    }

    private static bool MayBe(string rule) => !rule.StartsWith("HV0", StringComparison.Ordinal) && !rule.StartsWith("HV9", StringComparison.Ordinal);
}
