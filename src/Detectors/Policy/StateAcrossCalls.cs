using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A variable that still holds what it held when the kernel is called the next time.</summary>
public sealed class StateAcrossCalls : Detector
{
    private static readonly Rule Found = new(
        "HV7102", Severity.Warning, "State survives the call", "'{0}' keeps its value from one call to the next",
        "A kernel with a memory can answer the second call from the first, or tell a test from a timed run. Make the variable automatic, "
        + "or allocate it in the call; a table that never changes is 'static const'.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from variable in tree.All<Declaration.Variable>()
        where variable.Symbol.Storage != StorageKind.Automatic && !IsConstant(variable.Symbol.Type) && !IsForeign(tree, variable)
        select Found.At(variable.NameSpan, variable.Symbol.Name);

    private static bool IsConstant(CType type) => type is CType.Array array ? IsConstant(array.Element) : type.IsConst && !type.IsVolatile;

    private static bool IsForeign(SyntaxTree tree, Declaration.Variable variable) =>
        variable.Initializer is null && WrittenSpecifiers.Of(tree, variable.Span, variable.NameSpan).Contains("extern");
}
