using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>A counted loop, <c>for (i = start; i &lt; bound; i += step) body</c>, whose body leaves index and bound alone.</summary>
/// <param name="Step">As C; negative where the loop counts down.</param>
/// <param name="IsOwnIndex">Whether the loop declares its index.</param>
internal sealed record LoopShape(Symbol Index, bool IsOwnIndex, Expression Start, BinaryOperator Test, Expression Bound, string Step, Statement Body)
{
    public bool CountsUp => Test is BinaryOperator.Less or BinaryOperator.LessOrEqual;

    /// <summary>The shape of a loop; null, with the reason in <paramref name="obstacles"/>, where it has another one.</summary>
    public static LoopShape? Of(Statement.For loop, CText text, List<string> obstacles)
    {
        var start = loop.Initial switch
        {
            Statement.Local { Declarations: [Declaration.Variable { Initializer: { } value } variable] } => (variable.Symbol, true, value),
            Statement.Evaluate { Expression: Expression.Assignment { Operator: null, Target: Expression.Reference target } assignment } => (target.Symbol, false, assignment.Value),
            _ => default((Symbol Index, bool IsOwn, Expression Start)?),
        };
        if (start is not var (index, isOwn, first)
            || loop.Condition is not Expression.Binary { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } test
            || CText.Strip(test.Left) is not Expression.Reference tested || tested.Symbol != index
            || StepOf(loop.Update, index, text) is not { } step)
        {
            obstacles.Add("a loop that does not count");
            return null;
        }

        var shape = new LoopShape(index, isOwn, first, test.Operator, test.Right, step, loop.Body);
        if (WhyNot(loop.Body, index, test.Right) is { } obstacle)
        {
            obstacles.Add(obstacle);
        }

        return shape;
    }

    private static string? StepOf(Expression? update, Symbol index, CText text) => update switch
    {
        Expression.Unary { Operator: UnaryOperator.PostIncrement or UnaryOperator.PreIncrement, Operand: Expression.Reference one } when one.Symbol == index => "1",
        Expression.Unary { Operator: UnaryOperator.PostDecrement or UnaryOperator.PreDecrement, Operand: Expression.Reference one } when one.Symbol == index => "-1",
        Expression.Assignment { Operator: BinaryOperator.Add, Target: Expression.Reference one } assignment when one.Symbol == index => text.Of(assignment.Value),
        _ => null,
    };

    private static string? WhyNot(Statement body, Symbol index, Expression bound)
    {
        var labels = body.All<Statement.Label>().Select(label => label.Name).ToHashSet();
        var assigned = Assigned(body).ToHashSet();
        return body.All<Statement.Break>().Any(_ => !body.All<Statement.Switch>().Any()) ? "a break out of the loop"
            : body.All<Statement.Goto>().Any(jump => !labels.Contains(jump.Target)) ? "a jump out of the loop"
            : body.All<Expression.Call>().Any(call => call.Target?.Name == "exit") ? "an exit from the loop"
            : body.All<Statement.Continue>().Any() || body.All<Statement.Return>().Any() ? "continue or return in the loop"
            : assigned.Contains(index) || bound.All<Expression.Reference>().Any(reference => assigned.Contains(reference.Symbol)) ? "an index or a bound that the loop changes"
            : null;
    }

    /// <summary>The variables that a statement assigns to, without those behind pointers.</summary>
    public static IEnumerable<Symbol> Assigned(Statement body) =>
        body.All<Expression>().Select(expression => expression switch
        {
            Expression.Assignment assignment => CText.Strip(assignment.Target),
            Expression.Unary { Operator: UnaryOperator.PostIncrement or UnaryOperator.PreIncrement or UnaryOperator.PostDecrement or UnaryOperator.PreDecrement } unary => CText.Strip(unary.Operand),
            _ => null,
        }).OfType<Expression.Reference>().Select(reference => reference.Symbol);
}
