using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A way out of the function: other programs, processes, signals, system calls.</summary>
public sealed class ProcessesAndSignals : Detector
{
    private static readonly Rule Found = new(
        "HV1103", Severity.Error, "Process or signal", "'{0}' reaches outside the computation",
        "A kernel computes and returns. It starts no program or process, ends none, installs no handler and makes no system call of its own. "
        + "Leave failures to 'abort', which a checked kernel never reaches.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.Processes)
        select Found.At(function.Span, function.Symbol.Name);
}
