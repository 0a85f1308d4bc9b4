using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>The parts of syntax, one level or all the way down, without recursion.</summary>
internal static class SyntaxParts
{
    /// <summary>The node and everything in it: expressions, statements and local variables, in written order.</summary>
    public static IEnumerable<object> DescendantsAndSelf(object node)
    {
        var pending = new Stack<object>([node]);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in ChildrenOf(next).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    public static IEnumerable<object> ChildrenOf(object node) => node switch
    {
        Expression expression => Operands(expression),
        Statement statement => Parts(statement),
        Declaration.Variable variable => Present([.. variable.Extents, variable.Initializer]),
        Declaration.Function function => Present(function.Body),
        _ => [],
    };

    private static IEnumerable<object> Operands(Expression expression) => expression switch
    {
        Expression.Unary unary => [unary.Operand],
        Expression.Binary binary => [binary.Left, binary.Right],
        Expression.Assignment assignment => [assignment.Target, assignment.Value],
        Expression.Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Expression.Call call => [call.Callee, .. call.Arguments],
        Expression.Subscript subscript => [subscript.Base, subscript.Index],
        Expression.Member member => [member.Base],
        Expression.Cast cast => [cast.Operand],
        Expression.InitializerList list => list.Elements,
        Expression.CompoundLiteral literal => [literal.Initializer],
        Expression.StatementExpression block => [block.Body],
        Expression.Unsupported unsupported => unsupported.Parts,
        _ => [],
    };

    private static IEnumerable<object> Parts(Statement statement) => statement switch
    {
        Statement.Compound compound => compound.Statements,
        Statement.Local local => local.Declarations,
        Statement.Evaluate evaluate => [evaluate.Expression],
        Statement.If branch => Present(branch.Condition, branch.Then, branch.Else),
        Statement.For loop => Present(loop.Initial, loop.Condition, loop.Update, loop.Body),
        Statement.While loop => [loop.Condition, loop.Body],
        Statement.DoWhile loop => [loop.Body, loop.Condition],
        Statement.Switch choice => [choice.Subject, choice.Body],
        Statement.Case label => Present(label.Low, label.High, label.Body),
        Statement.Default label => [label.Body],
        Statement.Return exit => Present(exit.Value),
        Statement.Label label => [label.Body],
        Statement.Directive directive => Present([.. directive.Content.Clauses.SelectMany(clause => clause.Operands), directive.Body]),
        Statement.Pragma pragma => Present(pragma.Body),
        Statement.Unsupported unsupported => unsupported.Parts,
        _ => [],
    };

    private static IEnumerable<object> Present(params object?[] parts) => parts.OfType<object>();

    /// <summary>The expression below the conversions the compiler added.</summary>
    public static Expression Unconverted(Expression expression)
    {
        while (expression is Expression.Cast { IsImplicit: true } cast)
        {
            expression = cast.Operand;
        }

        return expression;
    }

    /// <summary>The variable a place is part of, found without following a pointer; null for memory behind one.</summary>
    public static Symbol? RootOf(Expression place)
    {
        while (true)
        {
            switch (place)
            {
                case Expression.Reference { Symbol.Kind: SymbolKind.Variable or SymbolKind.Parameter } reference:
                    return reference.Symbol;
                case Expression.Member { IsArrow: false } member:
                    place = member.Base;
                    break;
                case Expression.Subscript subscript when Unconverted(subscript.Base) is { Type: not CType.Pointer } array:
                    place = array;
                    break;
                default:
                    return null;
            }
        }
    }

    public static bool IsIncrement(UnaryOperator unary) =>
        unary is UnaryOperator.PreIncrement or UnaryOperator.PreDecrement or UnaryOperator.PostIncrement or UnaryOperator.PostDecrement;
}
