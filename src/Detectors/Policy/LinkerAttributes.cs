using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>An attribute or pragma by which a name comes to mean something else when the program is linked.</summary>
public sealed class LinkerAttributes : Detector
{
    private static readonly Rule Found = new(
        "HV1114", Severity.Error, "Linker attribute", "{0} changes what the linker sees",
        "What is linked must be what is written: no weak or aliased names, chosen sections, visibility or resolvers, and no attribute "
        + "whose name cannot be read. Remove the attribute; an ordinary definition needs none of them.");

    private static readonly NameSet Attributes = NameSet.Of(
        """
        weak weakref weak_import alias ifunc section visibility used retain copy symver externally_visible selectany dllexport
        dllimport naked target_clones gnu_inline internal_linkage cpu_specific cpu_dispatch
        """);

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        WrittenAttribute.In(tree)
            .Where(attribute => !attribute.IsNamed || Attributes.Contains(attribute.Name))
            .Select(attribute => Found.At(attribute.Span, attribute.IsNamed ? $"attribute '{attribute.Name}'" : "an attribute without a readable name"))
            .Concat(WrittenPragma.In(tree)
                .Where(pragma => pragma.Is("weak") || pragma.Is("redefine_extname") || pragma.Is("GCC", "visibility"))
                .Select(pragma => Found.At(pragma.Span, $"pragma '{pragma.Text}'")));
}
