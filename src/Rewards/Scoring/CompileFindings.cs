using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>What the scoring compiler said, as a finding at the place it said it of.</summary>
internal static class CompileFindings
{
    private static readonly Rule RejectedByCompiler = new(
        "HV0201", Severity.Error, "The scoring compiler rejects the kernel", "{0}",
        "The kernel is compiled by gcc with the scored flags, without any library but C, math and OpenMP. What gcc or its "
        + "linker rejects stands on the compile rung of the ladder.");

    public static Diagnostic Of(CompileOutcome.Rejected rejected, SourceText source)
    {
        var isPlaced = rejected.Line > 0 && rejected.Line <= source.LineCount;
        var span = isPlaced ? new TextSpan(source.SpanOfLine(rejected.Line).Start + Math.Max(0, rejected.Column - 1), 0) : default;
        return RejectedByCompiler.At(span, Sentence(rejected));
    }

    /// <summary>The first error, without the file and place that the finding itself carries.</summary>
    public static string Sentence(CompileOutcome.Rejected rejected)
    {
        const string Marker = "error: ";
        var lines = rejected.Messages.Split('\n');
        var first = lines.FirstOrDefault(line => line.Contains(Marker, StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.Contains("undefined reference", StringComparison.Ordinal))
            ?? lines[0];
        var at = first.IndexOf(Marker, StringComparison.Ordinal);
        return (at < 0 ? first : first[(at + Marker.Length)..]).Trim();
    }
}
