using System.Runtime.CompilerServices;
using HpcVerify.Parser.OpenMp;

namespace HpcVerify.Parser.Syntax;

/// <summary>
/// Every declaration, statement and expression below a place, outermost first and in written order, operands of
/// OpenMP clauses included. The walk keeps its own stack, so that deep input costs memory and never a crash.
/// </summary>
public static class SyntaxWalk
{
    /// <summary>A dozen detectors look through the same tree, which never changes.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, object[]> Known = [];

    public static IEnumerable<Expression> Expressions(SyntaxTree tree) => tree.All<Expression>();

    public static IEnumerable<Statement> Statements(SyntaxTree tree) => tree.All<Statement>();

    public static IEnumerable<TNode> All<TNode>(this SyntaxTree tree)
        where TNode : class => Known.GetValue(tree, key => [.. Below(key.Declarations)]).OfType<TNode>();

    public static IEnumerable<TNode> All<TNode>(this Declaration declaration)
        where TNode : class => Below([declaration]).OfType<TNode>();

    public static IEnumerable<TNode> All<TNode>(this Statement statement)
        where TNode : class => Below([statement]).OfType<TNode>();

    public static IEnumerable<TNode> All<TNode>(this Expression expression)
        where TNode : class => Below([expression]).OfType<TNode>();

    /// <summary>A node and everything in it.</summary>
    public static IEnumerable<object> DescendantsAndSelf(object node) => Below([node]);

    private static IEnumerable<object> Below(IEnumerable<object> roots)
    {
        var pending = new Stack<object>(roots.Reverse());
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in ChildrenOf(node).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The nodes directly inside another, in written order.</summary>
    public static IEnumerable<object> ChildrenOf(object node) => PartsOf(node).OfType<object>();

    private static IEnumerable<object?> PartsOf(object node) => node switch
    {
        Expression expression => PartsOf(expression),
        Statement statement => PartsOf(statement),
        Declaration.Variable variable => [.. variable.Extents, variable.Initializer],
        Declaration.Function function => [.. function.Parameters.SelectMany(parameter => function.ExtentsOf(parameter).AsEnumerable()), function.Body],
        _ => [],
    };

    private static IEnumerable<object?> PartsOf(Expression expression) => expression switch
    {
        Expression.ImaginaryLiteral literal => [literal.Part],
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

    private static IEnumerable<object?> PartsOf(Statement statement) => statement switch
    {
        Statement.Compound compound => compound.Statements,
        Statement.Local local => local.Declarations,
        Statement.Evaluate evaluate => [evaluate.Expression],
        Statement.If branch => [branch.Condition, branch.Then, branch.Else],
        Statement.For loop => [loop.Initial, loop.Condition, loop.Update, loop.Body],
        Statement.While loop => [loop.Condition, loop.Body],
        Statement.DoWhile loop => [loop.Body, loop.Condition],
        Statement.Switch selection => [selection.Subject, selection.Body],
        Statement.Case label => [label.Low, label.High, label.Body],
        Statement.Default label => [label.Body],
        Statement.Return leave => [leave.Value],
        Statement.Label label => [label.Body],
        Statement.Directive directive => [.. OperandsOf(directive.Content), directive.Body],
        Statement.Pragma pragma => [pragma.Body],
        Statement.Unsupported unsupported => unsupported.Parts,
        _ => [],
    };

    private static IEnumerable<Expression> OperandsOf(OpenMpDirective directive) =>
        directive.Clauses.SelectMany(clause => clause.Operands);
}
