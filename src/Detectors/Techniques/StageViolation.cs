using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>A technique that the stage a kernel is judged in does not allow yet; nothing where no stage was asked for.</summary>
public sealed class StageViolation : Detector
{
    private static readonly Rule NotAllowed = new(
        "HV1301", Severity.Error, "Technique not allowed in this stage", "stage {0} does not allow {1}",
        "In staged optimisation a kernel may use the techniques of its stage and of those before it: register blocking, then cache blocking, SIMD, OpenMP threads "
        + "and prefetching. Stages 1 and 2 forbid `simd`, `openmp-threads` and `prefetch`, stage 3 `openmp-threads` and `prefetch`, stage 4 `prefetch`. The paper forbids "
        + "them, and does not say what a violation costs; it stands on the rung of a forbidden library, because it, too, bypasses the task that was set, and any "
        + "higher rung would pay for the speed of a technique that may not be used.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        context.Stage is { Forbidden: { IsEmpty: false } forbidden } stage
            ? TechniqueSuite.Find(tree, context.EntryPoint, TechniqueSuite.All.Where(detector => forbidden.Contains(detector.Technique)))
                .Select(finding => NotAllowed.At(finding.Span, stage.Number, finding.Technique))
            : [];
}
