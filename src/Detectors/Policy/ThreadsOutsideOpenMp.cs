using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Threads, affinity and pauses that no OpenMP directive shows.</summary>
public sealed class ThreadsOutsideOpenMp : Detector
{
    private static readonly Rule Found = new(
        "HV1107", Severity.Error, "Threads outside OpenMP", "'{0}' makes or steers threads outside OpenMP's directives",
        "Only OpenMP's directives are checked for races, so they are the only way to run in parallel. Cores, priorities and pauses belong "
        + "to the one who measures. Use '#pragma omp parallel' and its clauses; 'omp_set_num_threads' is allowed (see HV7105).");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.Threads)
        select Found.At(function.Span, function.Symbol.Name);
}
