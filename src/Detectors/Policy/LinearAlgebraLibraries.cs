using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A library that already does the work: BLAS, LAPACK, MKL and their kin.</summary>
public sealed class LinearAlgebraLibraries : Detector
{
    private static readonly Rule Found = new(
        "HV1101", Severity.Error, "Numerical library", "'{0}' belongs to a numerical library",
        "The task is to write the kernel, so a library that computes it is not an answer, whether it is called, declared or only named. "
        + "Write the loops in this file; a function that the file itself defines may have any name.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.LinearAlgebra)
        select Found.At(function.Span, function.Symbol.Name);
}
