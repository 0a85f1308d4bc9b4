using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>A definition that takes the place of the C library's, the compiler runtime's or the harness's own.</summary>
public sealed class RedefinedLibrary : Detector
{
    private static readonly Rule Found = new(
        "HV1112", Severity.Error, "Library name defined", "'{0}' is a name of the C library or runtime and is defined here",
        "The names of the C library and of the compiler's runtime are reserved (C17 7.1.3). A definition of one would be called by the "
        + "harness, too, or be skipped by the compiler, which knows what the name means. Choose another name, best with 'static'.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from definition in Definitions(tree)
        where definition.Symbol.Name != context.EntryPoint && IsTaken(definition.Symbol)
        select Found.At(definition.Span, definition.Symbol.Name);

    private static IEnumerable<(Symbol Symbol, TextSpan Span)> Definitions(SyntaxTree tree) =>
        tree.Definitions.Select(function => (function.Symbol, function.NameSpan))
            .Concat(tree.Declarations.OfType<Declaration.Variable>()
                .Where(variable => !variable.Symbol.IsInternal)
                .Select(variable => (variable.Symbol, variable.NameSpan)));

    /// <summary>Names of the operating system are reserved only where other object files can see them.</summary>
    private static bool IsTaken(Symbol symbol) =>
        symbol.Origin == SymbolOrigin.Library
        || LibraryFunctions.IsReserved(symbol.Name, symbol.IsInternal)
        || (!symbol.IsInternal && IsVisibleElsewhere(symbol.Name));

    private static bool IsVisibleElsewhere(string name) =>
        FunctionFamilies.System.Contains(name)
        || FunctionFamilies.System.Contains(ForeignFunction.Plain(name))
        || LibraryFunctions.IsReserved(ForeignFunction.Plain(name), isInternal: false);
}
