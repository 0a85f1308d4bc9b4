using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Functions that tell a kernel about the memory it was given or the place it runs at.</summary>
public sealed class MemorySniffing : Detector
{
    private static readonly Rule Found = new(
        "HV7212", Severity.Error, "Question about the caller's memory or machine", "'{0}' tells a kernel about its caller",
        "How large a block the allocator gave, where the stack is, on which processor, on which core and in which mode a kernel runs: no result depends on it, a harness can be recognised by it, and what was verified need not be what runs elsewhere. Reported is every mention of such a function or of its "
        + "builtin twin, whatever it is called through; a function of the file with such a name is its own. Sizes come as arguments; thread numbers from 'omp_get_thread_num'.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.MemorySniffing)
        select Found.At(function.Span, function.Symbol.Name);
}
