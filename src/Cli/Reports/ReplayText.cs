using System.Diagnostics;
using System.Globalization;
using HpcVerify.Verifier.Replay;

namespace HpcVerify.Cli.Reports;

/// <summary>What a replay showed, for people.</summary>
internal static class ReplayText
{
    public static string Of(Witness witness, ReplayReport report)
    {
        var found = witness.Counterexample;
        var start = witness.Kernel.PositionOf(found.Span.Start);
        var rows = new List<(string Name, string Text)>
        {
            ("expected", string.Create(CultureInfo.InvariantCulture, $"{ClaimText.Name(witness.Property)}: {found.What} at {start.Line}:{start.Column}, with {found.Sizes}{(found.Threads > 1 ? $" and {found.Threads} threads" : "")}")),
            (report.IsReproduced ? "seen" : "instead", report.Build.Length > 0 ? $"{report.Evidence} (built for {report.Build})" : report.Evidence),
        };
        rows.AddRange(report.Obstacles.Select(obstacle => (report.Place == ReplayPlace.Evaluator ? "natively" : "also", $"not observable: {obstacle}")));
        var first = $"{witness.Kernel.Path}: {(report.IsReproduced ? "reproduced" : "not reproduced")} {Place(report.Place)}".TrimEnd();
        return PrintableText.Lines(rows.Select(row => $"  {row.Name,-9} {row.Text}").Prepend(first));
    }

    private static string Place(ReplayPlace place) => place switch
    {
        ReplayPlace.AddressSanitizer => "natively under AddressSanitizer",
        ReplayPlace.UndefinedBehaviorSanitizer => "natively under UBSan",
        ReplayPlace.ThreadSanitizer => "natively under ThreadSanitizer",
        ReplayPlace.Value => "natively, by value",
        ReplayPlace.Assertion => "natively, by the kernel's own assertion",
        ReplayPlace.Deadline => "natively, by not coming back",
        ReplayPlace.Evaluator => "on the evaluator",
        ReplayPlace.None => "",
        _ => throw new UnreachableException(),
    };
}
