using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>An OpenMP setting that is still in force when the kernel has returned.</summary>
public sealed class RuntimeSettings : Detector
{
    private static readonly Rule Found = new(
        "HV7105", Severity.Warning, "Setting outlives the call", "'{0}' changes a setting that outlives the call",
        "Choosing the number of threads is a kernel's right, and the sandbox bounds the cores it can reach, so this is no error. But the setting "
        + "stays for the caller and the next call. Use the clause 'num_threads' or 'schedule' of the directive instead.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.RuntimeSettings)
        select Found.At(function.Span, function.Symbol.Name);
}
