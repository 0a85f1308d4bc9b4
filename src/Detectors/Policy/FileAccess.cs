using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Files, streams and memory mappings.</summary>
public sealed class FileAccess : Detector
{
    private static readonly Rule Found = new(
        "HV1105", Severity.Error, "File or stream access", "'{0}' reads or writes a file or stream",
        "A kernel's only inputs and outputs are its arguments, so files, streams and mapped memory are closed to it. "
        + "Take scratch memory from 'malloc' or 'aligned_alloc'.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.Files)
        select Found.At(function.Span, function.Symbol.Name);
}
