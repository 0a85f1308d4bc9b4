using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A function or object that the file declares by hand and that some other object file would have to define.</summary>
public sealed class ForeignDeclarations : Detector
{
    private static readonly Rule Found = new(
        "HV1109", Severity.Error, "Foreign declaration", "'{0}' is declared here but defined neither here nor by the C library",
        "A prototype by hand reaches whatever the process happens to hold under that name, unchecked. Define the function in this "
        + "file, or include the standard header that declares it. The task's specification can allow more names.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        Functions(tree, context).Concat(Objects(tree, context));

    private static IEnumerable<Diagnostic> Functions(SyntaxTree tree, DetectionContext context)
    {
        var declared = tree.All<Declaration.Function>().Where(function => function.Body is null).Select(function => function.NameSpan).ToHashSet();
        var mentioned = tree.All<Expression.Reference>().Select(reference => reference.Symbol).ToHashSet();
        return
            from function in ForeignFunction.In(tree, context)
            where declared.Contains(function.Span)
                && function.Symbol.Origin is SymbolOrigin.Kernel or SymbolOrigin.Undeclared
                && mentioned.Contains(function.Symbol)
                && !function.IsOneOf(FunctionFamilies.Forbidden)
                && !function.IsOneOf(LibraryFunctions.Declarable)
            select Found.At(function.Span, function.Symbol.Name);
    }

    private static IEnumerable<Diagnostic> Objects(SyntaxTree tree, DetectionContext context)
    {
        var specifiers = new WrittenSpecifiers(tree);
        var variables = tree.All<Declaration.Variable>().Where(variable => variable.Symbol.Storage is StorageKind.External or StorageKind.ThreadLocal).ToList();
        var defined = variables.Where(variable => !IsForeign(specifiers, variable)).Select(variable => variable.Symbol.Name).ToHashSet(StringComparer.Ordinal);
        return
            from variable in variables
            where !defined.Contains(variable.Symbol.Name) && !context.AllowedFunctions.Contains(variable.Symbol.Name)
            select Found.At(variable.NameSpan, variable.Symbol.Name);
    }

    private static bool IsForeign(WrittenSpecifiers specifiers, Declaration.Variable variable) =>
        variable.Initializer is null && specifiers.Say("extern", variable.Span, variable.NameSpan);
}
