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

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context)
    {
        var specifiers = new WrittenSpecifiers(tree);
        return tree.All<Declaration.Variable>()
            .Where(variable => variable.Symbol.Storage != StorageKind.Automatic && !ConstantObjects.IsConstant(variable.Symbol.Type) && !IsForeign(specifiers, variable))
            .Select(variable => Found.At(variable.NameSpan, variable.Symbol.Name))
            .Concat(Unnamed(tree).Select(literal => Found.At(literal.Span, "an object without a name")));
    }

    /// <summary>A compound literal outside of functions lives as long as the program (C17 6.5.2.5p5): <c>int *const calls = &amp;(int){ 0 };</c></summary>
    private static IEnumerable<Expression.CompoundLiteral> Unnamed(SyntaxTree tree) =>
        tree.Declarations.OfType<Declaration.Variable>()
            .SelectMany(variable => variable.All<Expression.CompoundLiteral>())
            .Where(literal => !ConstantObjects.IsConstant(literal.Type));

    private static bool IsForeign(WrittenSpecifiers specifiers, Declaration.Variable variable) =>
        variable.Initializer is null && specifiers.Say("extern", variable.Span, variable.NameSpan);
}
