using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Reports;

/// <summary>What code scanning is told of a rule for the sake of its family, which the beginning of its id names.</summary>
/// <param name="SecuritySeverity">Only memory and races are matters of security; null for the others.</param>
internal sealed record RuleFamily(string Prefix, string Tag, string Precision, string? SecuritySeverity)
{
    /// <summary>The first row that fits holds; the last one fits other people's rules, too.</summary>
    private static readonly ImmutableArray<RuleFamily> All =
    [
        new("HV2", "technique", "high", null),
        new("HV3", "memory", "very-high", "7.5"),
        new("HV4", "concurrency", "very-high", "5.0"),
        new("HV5", "correctness", "very-high", null),
        new("HV7", "integrity", "high", null),
        new("", "policy", "high", null),
    ];

    public static RuleFamily Of(Rule rule) => All.First(family => rule.Id.StartsWith(family.Prefix, StringComparison.Ordinal));
}
