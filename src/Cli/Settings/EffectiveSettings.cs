using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Settings;

/// <summary>A value, and the file that says so.</summary>
internal sealed record Setting<T>(T Value, string Origin);

/// <summary>What the settings above a file say.</summary>
/// <param name="Kernel">The task; null where nothing is said.</param>
/// <param name="FailOn">The least severity that fails; null where nothing is said.</param>
/// <param name="Rules">What becomes of findings of a rule.</param>
internal sealed record EffectiveSettings(Setting<string>? Kernel, Setting<FailOn>? FailOn, ImmutableSortedDictionary<string, Setting<RuleLevel>> Rules)
{
    public static readonly EffectiveSettings None = new(null, null, ImmutableSortedDictionary<string, Setting<RuleLevel>>.Empty);

    /// <summary>What says that a file cannot be judged is no matter of taste.</summary>
    public static bool MayChange(string rule) => !rule.StartsWith("HV00", StringComparison.Ordinal) && !rule.StartsWith("HV9", StringComparison.Ordinal);

    /// <summary>These settings, and others where these say nothing.</summary>
    public EffectiveSettings Over(EffectiveSettings others) => new(Kernel ?? others.Kernel, FailOn ?? others.FailOn, others.Rules.SetItems(Rules));

    /// <summary>Findings at the severity that is asked for, without those that are off.</summary>
    public ImmutableArray<Diagnostic> Apply(ImmutableArray<Diagnostic> findings) => Rules.IsEmpty ? findings : [.. findings.Select(At).OfType<Diagnostic>()];

    private Diagnostic? At(Diagnostic finding) => !Rules.TryGetValue(finding.Rule.Id, out var level) ? finding : level.Value switch
    {
        RuleLevel.Off => null,
        RuleLevel.Info => With(finding, Severity.Info),
        RuleLevel.Warning => With(finding, Severity.Warning),
        _ => With(finding, Severity.Error),
    };

    private static Diagnostic With(Diagnostic finding, Severity severity) => finding with { Rule = finding.Rule with { Severity = severity } };
}
