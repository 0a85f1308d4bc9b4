using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A target or a memory layout that holds for a part of the file only.</summary>
public sealed class PartialOptions : Detector
{
    private static readonly Rule Found = new(
        "HV1115", Severity.Warning, "Options for a part of the file", "{0} changes target or layout for a part of the file",
        "The kernel is compiled for the machine it runs on, so a target of its own gains nothing, and the checks look at the file with "
        + "one target and the ordinary layout. Remove it; test '__AVX512F__' and its kin where a fallback is needed.");

    private static readonly NameSet Attributes = NameSet.Of("target scalar_storage_order ms_struct gcc_struct");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        WrittenAttribute.In(tree, Attributes).Select(attribute => Found.At(attribute.Span, $"attribute '{attribute.Name}'"))
            .Concat(WrittenPragma.In(tree)
                .Where(pragma => pragma.Is("GCC", "target") || pragma.Is("pack") || pragma.Is("scalar_storage_order") || pragma.Is("ms_struct"))
                .Select(pragma => Found.At(pragma.Span, $"pragma '{pragma.Text}'")));
}
