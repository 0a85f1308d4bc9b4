using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>Assembly in a function, at file scope, or as the linker name of a declaration.</summary>
public sealed class InlineAssembly : Detector
{
    private static readonly Rule Found = new(
        "HV1110", Severity.Error, "Inline assembly", "{0} cannot be checked",
        "Nothing can be said about code that is not C, and an assembly name lets a harmless word stand for any function. Use the "
        + "intrinsics of 'immintrin.h', which have models.");

    private static readonly NameSet Label = NameSet.Of("asm");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        Places(tree).Select(place => Found.At(place.Span, place.What));

    private static IEnumerable<(string What, TextSpan Span)> Places(SyntaxTree tree) =>
        tree.All<Statement.Assembly>().Select(statement => ("assembly statement", statement.Span))
            .Concat(tree.All<Declaration.Assembly>().Select(declaration => ("assembly at file scope", declaration.Span)))
            .Concat(WrittenAttribute.In(tree, Label).Select(label => ($"assembly name of '{label.Owner}'", label.Span)));
}
