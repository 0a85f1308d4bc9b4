using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Something the kernel swears to the compiler, which then relies on it.</summary>
public sealed class PromisesToTheCompiler : Detector
{
    private static readonly Rule Found = new(
        "HV7103", Severity.Info, "Promise to the compiler", "{0} is a promise that has to be proved",
        "The compiler believes a promise without looking, so a false one is undefined behaviour. The kernel is scored all the same; the "
        + "promise becomes an obligation of the proof, or makes its claim unsupported.");

    private static readonly NameSet Attributes = NameSet.Of(
        """
        pure const malloc noreturn nonnull returns_nonnull assume_aligned alloc_size alloc_align leaf access assume unsequenced
        reproducible null_terminated_string_arg
        """);

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        WrittenAttribute.In(tree, Attributes).Select(attribute => Found.At(attribute.Span, $"attribute '{attribute.Name}'"))
            .Concat(WrittenPragma.In(tree).Where(pragma => pragma.Is("GCC", "ivdep")).Select(pragma => Found.At(pragma.Span, "pragma 'GCC ivdep'")))
            .Concat(ForeignFunction.In(tree, context, FunctionFamilies.Promises)
                .Where(function => function.Symbol.Name.StartsWith("__builtin_", StringComparison.Ordinal))
                .Select(function => Found.At(function.Span, $"'{function.Symbol.Name}'")));
}
