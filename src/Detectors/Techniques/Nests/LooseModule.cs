using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>A directive or pragma that the kernel form has no place for, and the statement it governs.</summary>
public sealed record Annotation(string Text, OpenMpDirective? Directive, TextSpan Body, TextSpan Span);

/// <summary>
/// A file's kernel form for those who look at structure only: what lowering refuses to model is set aside, so that the
/// code it governs is there to be seen. Nothing may be claimed of what such a module computes.
/// </summary>
public sealed record LooseModule(Module Module, ImmutableArray<Annotation> SetAside)
{
    /// <summary>Directives lowering refuses nest at most this deep in any kernel; what is left is not seen.</summary>
    private const int MostRounds = 4;

    public static LooseModule Of(SyntaxTree tree)
    {
        var rewriting = new TreeRewriting(PointedFunctions(tree));
        var current = tree with { Declarations = [.. tree.Declarations.Select(rewriting.Rewritten)] };
        for (var round = 0; ; round++)
        {
            var module = Lowering.Lower(current).Value;
            var refused = Refused(module);
            if (round == MostRounds || refused.IsEmpty || !rewriting.SetAside(refused))
            {
                return new(module, [.. rewriting.Annotations]);
            }

            current = current with { Declarations = [.. current.Declarations.Select(rewriting.Rewritten)] };
        }
    }

    private static ImmutableHashSet<TextSpan> Refused(Module module) =>
    [
        .. module.Functions.Where(function => function.Body is not null)
            .SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!))
            .OfType<KernelStatement.Unsupported>().Select(statement => statement.Span),
    ];

    /// <summary>Pointers and the function each is initialised with.</summary>
    private static ImmutableDictionary<Symbol, Symbol> PointedFunctions(SyntaxTree tree)
    {
        var pointers = ImmutableDictionary.CreateBuilder<Symbol, Symbol>();
        foreach (var variable in tree.Declarations.SelectMany(SyntaxWalk.DescendantsAndSelf).OfType<Declaration.Variable>())
        {
            if (variable.Symbol.Type is CType.Pointer { Pointee: CType.Function } && variable.Initializer is { } initial
                && TreeRewriting.Stripped(initial) is Expression.Reference { Symbol: { Kind: SymbolKind.Function } function })
            {
                pointers[variable.Symbol] = function;
            }
        }

        return pointers.ToImmutable();
    }
}
