using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Suppressions;

/// <summary>Comments that ask for findings to be left out, in code that is written for a reward.</summary>
public sealed class ScoredSuppressions : Detector
{
    internal static readonly Rule Found = new(
        "HV7107", Severity.Warning, "Suppression in scored code", "'ignore[{0}]' means nothing in code that is scored",
        "Whoever is rewarded for code may not decide which rules it is judged by: all findings count, and the comment is one more. "
        + "'hpcverify check' honours it, because there the code belongs to a person.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        Suppression.In(tree.Source).Select(suppression => Found.At(suppression.Span, string.Join(", ", suppression.Rules)));
}
