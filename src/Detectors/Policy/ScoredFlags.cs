using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Compiler flags smuggled in by attribute or pragma, fast-math first among them, and ways out of instrumentation.</summary>
public sealed class ScoredFlags : Detector
{
    private static readonly Rule Found = new(
        "HV7101", Severity.Error, "Other flags than the scored ones", "{0} compiles a part of the file with other flags or checks",
        "All kernels are scored with the same flags. An attribute or pragma that brings others, such as fast-math, changes the arithmetic "
        + "that is compared, and one that switches instrumentation off hides it from the checks. Remove it.");

    private static readonly NameSet Attributes = NameSet.Of(
        "optimize no_sanitize* disable_sanitizer_instrumentation no_address_safety_analysis no_instrument_function no_profile_instrument_function");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        WrittenAttribute.In(tree, Attributes).Select(attribute => Found.At(attribute.Span, $"attribute '{attribute.Name}'"))
            .Concat(WrittenPragma.In(tree)
                .Where(pragma => pragma.Is("GCC", "optimize") || pragma.Is("STDC", "CX_LIMITED_RANGE", "ON") || pragma.Is("STDC", "FENV_ACCESS", "ON"))
                .Select(pragma => Found.At(pragma.Span, $"pragma '{pragma.Text}'")));
}
