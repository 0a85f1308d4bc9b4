using System.Collections.Immutable;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>Which variables of its surroundings a region refers to: not those an inner region only has a fresh copy of.</summary>
internal static class References
{
    /// <summary>In the order of their first mention; static variables declared inside are among them.</summary>
    public static ImmutableArray<Symbol> Of(Statement? body, ImmutableArray<string> innerParts, OpenMpDirective directive)
    {
        if (body is null)
        {
            return [];
        }

        var declared = SyntaxWalk.DescendantsAndSelf(body).OfType<Declaration.Variable>()
            .Select(variable => variable.Symbol).Where(symbol => symbol.Storage == StorageKind.Automatic).ToHashSet();
        var within = directive with { Clauses = [.. directive.Clauses.Where(clause => clause.Name is not ("num_threads" or "if" or "num_teams" or "thread_limit" or "device" or "map" or "depend" or "final"))] };
        var inner = innerParts.IsEmpty ? Inside(body) : Through(within, innerParts, body);
        return [.. inner.Concat(Copied(directive)).Where(symbol => !declared.Contains(symbol)).Distinct()];
    }

    private static IEnumerable<Symbol> Inside(object node)
    {
        var pending = new Stack<object>([node]);
        while (pending.TryPop(out var next))
        {
            IEnumerable<Symbol> found = next switch
            {
                Statement.Directive directive => Through(directive.Content, [.. directive.Content.Name.Split(' ')], directive.Body),
                Expression.Reference { Symbol: { Kind: SymbolKind.Variable or SymbolKind.Parameter } symbol } => [symbol],
                _ => [],
            };
            foreach (var symbol in found)
            {
                yield return symbol;
            }

            foreach (var child in next is Statement.Directive ? [] : SyntaxWalk.ChildrenOf(next).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    private static IEnumerable<Symbol> Through(OpenMpDirective directive, ImmutableArray<string> parts, Statement? body)
    {
        var fresh = directive.Named("private").SelectMany(clause => clause.Operands).SelectMany(Inside).ToHashSet();
        if (parts.Contains("for") || parts.Contains("distribute"))
        {
            fresh.UnionWith(LoopNest.At(body, DepthOf(directive)).Indices);
            fresh.ExceptWith(Listed(directive, "lastprivate"));
        }

        var operands = directive.Clauses.Where(clause => clause.Name != "private").SelectMany(clause => clause.Operands).SelectMany(Inside);
        var inside = body is null ? [] : Inside(body);
        return operands.Concat(inside.Where(symbol => !fresh.Contains(symbol)));
    }

    /// <summary>Variables a directive's own clauses name, even if its body does not.</summary>
    private static IEnumerable<Symbol> Copied(OpenMpDirective directive) =>
        Listed(directive, "shared", "firstprivate", "lastprivate", "reduction", "copyin", "copyprivate");

    private static IEnumerable<Symbol> Listed(OpenMpDirective directive, params string[] clauses) =>
        directive.Clauses.Where(clause => clauses.Contains(clause.Name)).SelectMany(clause => clause.Operands).SelectMany(Inside);

    /// <summary>How many loops a directive governs, be it to share them out or to order their turns.</summary>
    public static long DepthOf(OpenMpDirective directive) => Math.Max(CollapseOf(directive), NumberIn(directive, "ordered"));

    /// <summary>The argument of <c>collapse</c>; 1 without it.</summary>
    public static long CollapseOf(OpenMpDirective directive) => NumberIn(directive, "collapse");

    private static long NumberIn(OpenMpDirective directive, string name) =>
        directive.Named(name).SelectMany(clause => clause.Operands).OfType<Expression.IntegerLiteral>()
            .Select(literal => (long)literal.Value).FirstOrDefault(1);
}
