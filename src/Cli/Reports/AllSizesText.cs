using HpcVerify.Parser.Text;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>Claims for all sizes in words: a line each, then the condition under which a property holds that does not always.</summary>
internal static class AllSizesText
{
    private const string Scope = AllSizesReport.Scope;

    public static string Name(SizeProperty property) => property.ToString().ToLowerInvariant();

    /// <summary>The name that tells the claim from the bounded one of the same property.</summary>
    public static string LongName(SizeProperty property) => $"{Scope} {Name(property)}";

    public static IEnumerable<(string Name, string Text)> Rows(Verification verification, SourceText source)
    {
        if (verification.AllSizes is not { } report)
        {
            yield break;
        }

        foreach (var claim in report.Claims)
        {
            yield return (Scope, $"{Name(claim.Property)} {ClaimText.Word(claim.Verdict)}{Range(claim)}{ClaimText.Detail(claim.Verdict, source)}");
            if (claim.Condition is { } condition)
            {
                yield return ("holds when", $"{condition}{Range(claim)}");
            }
        }

        // A call that refutes both kinds of claim is shown once.
        foreach (var row in report.Claims.Select(claim => claim.Verdict).OfType<Verdict.Refuted>().Where(_ => !verification.Report.IsRefuted).SelectMany(refuted => ClaimText.Rows(refuted.Witness)))
        {
            yield return row;
        }

        if (report.Claims.Select(claim => claim.Verdict).OfType<Verdict.Proved>().LastOrDefault() is { Scope.Assumptions: { IsEmpty: false } assumptions })
        {
            yield return ("assumed", string.Join("; ", assumptions));
        }
    }

    /// <summary>What a proof or a condition covers, where that is less than all sizes.</summary>
    private static string Range(SizeClaim claim) => (claim.Verdict is Verdict.Proved || claim.Condition is not null) && claim.Sizes != Scope && claim.Sizes.Length > 0 ? $" for {claim.Sizes}" : "";
}
