using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Policy;

/// <summary>The rungs of the reward ladder that findings alone decide, before anything is compiled.</summary>
public enum Rung
{
    None,
    Format,
    Library,
}

/// <summary>Which rung a finding puts a response on. Only errors count, since warnings and notes leave a file scorable.</summary>
public static class Ladder
{
    /// <summary>Id prefixes; the first that fits decides.</summary>
    private static readonly (string Prefix, Rung Rung)[] Table =
    [
        ("HV0", Rung.Format),
        ("HV1001", Rung.Format),
        ("HV1002", Rung.Format),
        ("HV1003", Rung.Format),
        ("HV11", Rung.Library),
        ("HV13", Rung.Library),
        ("HV7006", Rung.None), // gcc refuses it; where it does not, the code was not read
        ("HV70", Rung.Library),
        ("HV71", Rung.Library),
        ("HV72", Rung.Library),
        ("HV73", Rung.Library),
    ];

    public static Rung RungOf(Rule rule) =>
        rule.Severity != Severity.Error
            ? Rung.None
            : Table.FirstOrDefault(row => rule.Id.StartsWith(row.Prefix, StringComparison.Ordinal)).Rung;

    /// <summary>The lowest rung among findings: a response of the wrong form is not looked at further.</summary>
    public static Rung RungOf(IEnumerable<Diagnostic> findings)
    {
        var rungs = findings.Select(finding => RungOf(finding.Rule)).ToHashSet();
        return rungs.Contains(Rung.Format) ? Rung.Format
            : rungs.Contains(Rung.Library) ? Rung.Library
            : Rung.None;
    }
}
