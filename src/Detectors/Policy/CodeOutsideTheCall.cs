using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Code that runs though nobody calls it: before the program, after it, or when a variable's life ends.</summary>
public sealed class CodeOutsideTheCall : Detector
{
    private static readonly Rule Found = new(
        "HV1113", Severity.Error, "Code that nobody calls", "attribute '{0}' runs code that nobody calls",
        "A kernel's work happens between its call and its return. Constructors, destructors and cleanup functions run elsewhere. "
        + "Call the function where its work is needed.");

    private static readonly NameSet Attributes = NameSet.Of("constructor destructor init_priority cleanup");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from attribute in WrittenAttribute.In(tree, Attributes)
        select Found.At(attribute.Span, attribute.Name);
}
