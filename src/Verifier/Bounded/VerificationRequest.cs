using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What is to be verified: a kernel, the task it claims to do, and the reference that says what is right.</summary>
/// <param name="Reference">Computes the right answer.</param>
/// <param name="Magnitude">Computes the scale of rounding errors; null where the reference on absolute values does.</param>
/// <param name="Source">The kernel's file.</param>
public sealed record VerificationRequest(KernelTask Task, BoundedKernel Reference, BoundedKernel? Magnitude, BoundedKernel Kernel, SourceText Source)
{
    /// <summary>The request for one file; null where it does not define the task's entry point.</summary>
    /// <param name="parse">Parses a file together with the model library.</param>
    public static VerificationRequest? Of(KernelTask task, SourceText source, Func<SourceText, SyntaxTree> parse)
    {
        if (BoundedKernel.Of(parse(source), task.EntryPoint) is not { } kernel)
        {
            return null;
        }

        var specification = parse(task.Specification);
        var reference = BoundedKernel.Of(specification, task.ReferenceName)
            ?? throw new InvalidOperationException($"task '{task.Name}' was read without its reference");
        return new(task, reference, task.MagnitudeName is { } magnitude ? BoundedKernel.Of(specification, magnitude) : null, kernel, source);
    }
}
