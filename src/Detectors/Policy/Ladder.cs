using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Policy;

/// <summary>The rungs of the reward ladder that findings alone decide, before anything is compiled.</summary>
public enum LadderRung
{
    None,
    Format,
    Library,
}

/// <summary>Which rung a finding puts a response on. Only errors count, since warnings and notes leave a file scorable.</summary>
public static class Ladder
{
    /// <summary>Id prefixes; the first that fits decides.</summary>
    private static readonly (string Prefix, LadderRung Rung)[] Rungs =
    [
        ("HV0", LadderRung.Format),
        ("HV1001", LadderRung.Format),
        ("HV1002", LadderRung.Format),
        ("HV1003", LadderRung.Format),
        ("HV11", LadderRung.Library),
        ("HV70", LadderRung.Library),
        ("HV71", LadderRung.Library),
    ];

    public static LadderRung Of(Rule rule) =>
        rule.Severity != Severity.Error
            ? LadderRung.None
            : Rungs.FirstOrDefault(row => rule.Id.StartsWith(row.Prefix, StringComparison.Ordinal)).Rung;

    /// <summary>The lowest rung among findings: a response of the wrong form is not looked at further.</summary>
    public static LadderRung Of(IEnumerable<Diagnostic> findings)
    {
        var rungs = findings.Select(finding => Of(finding.Rule)).ToHashSet();
        return rungs.Contains(LadderRung.Format) ? LadderRung.Format
            : rungs.Contains(LadderRung.Library) ? LadderRung.Library
            : LadderRung.None;
    }
}
