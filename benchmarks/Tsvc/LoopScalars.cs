using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>What becomes of a scalar when four iterations run at once.</summary>
internal enum ScalarRole
{
    /// <summary>Every iteration gives it a value before it looks at it: one for each lane.</summary>
    Private,

    /// <summary>An integer that every iteration changes by the same amount.</summary>
    Induction,

    /// <summary>Only added to.</summary>
    Sum,

    /// <summary>Only multiplied.</summary>
    Product,

    /// <summary>Replaced by what is larger or smaller, and looked at for nothing else.</summary>
    Extreme,

    /// <summary>Passed from one iteration to the next in another way.</summary>
    Carried,
}

/// <summary>The roles of the scalars that a loop body assigns to.</summary>
internal static class LoopScalars
{
    public static ImmutableDictionary<Symbol, ScalarRole> Of(Statement body) =>
        LoopShape.Assigned(body).Distinct().ToImmutableDictionary(scalar => scalar, scalar => RoleOf(scalar, body));

    /// <summary>The terms that <c>v = v + a + b</c> or <c>v += a</c> adds to <c>v</c>; null for anything else.</summary>
    public static ImmutableArray<Expression>? Added(Expression.Assignment assignment, BinaryOperator operation)
    {
        if (CText.Strip(assignment.Target) is not Expression.Reference { Symbol: var scalar })
        {
            return null;
        }

        if (assignment.Operator == operation)
        {
            return [assignment.Value];
        }

        var terms = ImmutableArray.CreateBuilder<Expression>();
        var rest = CText.Strip(assignment.Value);
        while (assignment.Operator is null && rest is Expression.Binary binary && binary.Operator == operation)
        {
            terms.Insert(0, binary.Right);
            rest = CText.Strip(binary.Left);
        }

        return terms.Count > 0 && rest is Expression.Reference first && first.Symbol == scalar ? terms.ToImmutable() : null;
    }

    /// <summary>Whether <c>if (e &gt; v) v = e;</c>, or with another comparison.</summary>
    public static bool IsExtreme(Statement.If choice, Symbol scalar, CText text) =>
        choice is { Else: null, Condition: Expression.Binary { Operator: BinaryOperator.Greater or BinaryOperator.Less } test }
        && Only(choice.Then) is Statement.Evaluate { Expression: Expression.Assignment { Operator: null } assignment }
        && IsOf(assignment.Target, scalar) && IsOf(test.Right, scalar) && text.Of(test.Left) == text.Of(assignment.Value) && Mentions(test.Left, scalar) == 0;

    public static Statement Only(Statement statement) => statement is Statement.Compound { Statements: [var only] } ? only : statement;

    public static int Mentions(Expression expression, Symbol symbol) => expression.All<Expression.Reference>().Count(reference => reference.Symbol == symbol);

    private static ScalarRole RoleOf(Symbol scalar, Statement body)
    {
        var mentions = body.All<Expression.Reference>().Count(reference => reference.Symbol == scalar);
        return IsSetFirst(scalar, body) ? ScalarRole.Private
            : scalar.Type is CType.Integer ? (IsInduction(scalar, body, mentions) ? ScalarRole.Induction : ScalarRole.Carried)
            : IsReduction(BinaryOperator.Add) ? ScalarRole.Sum
            : IsReduction(BinaryOperator.Multiply) ? ScalarRole.Product
            : body.All<Statement.If>().Any(choice => IsExtreme(choice, scalar, new([])) && mentions == 2) ? ScalarRole.Extreme
            : ScalarRole.Carried;

        bool IsReduction(BinaryOperator operation)
        {
            var changes = body.All<Expression.Assignment>().Where(assignment => IsOf(assignment.Target, scalar)).ToList();
            return changes.All(change => Added(change, operation) is { } terms && terms.All(term => Mentions(term, scalar) == 0))
                && mentions == changes.Sum(change => change.Operator is null ? 2 : 1);
        }
    }

    /// <summary>Whether the first statement of the body that mentions a scalar sets it, whatever else holds.</summary>
    private static bool IsSetFirst(Symbol scalar, Statement body) =>
        (body is Statement.Compound compound ? compound.Statements : [body])
            .FirstOrDefault(statement => statement.All<Expression.Reference>().Any(reference => reference.Symbol == scalar))
            is Statement.Evaluate { Expression: Expression.Assignment { Operator: null } assignment }
        && IsOf(assignment.Target, scalar) && Mentions(assignment.Value, scalar) == 0;

    /// <summary>All changes are <c>v++</c> or <c>v += c</c> at the top of the body.</summary>
    private static bool IsInduction(Symbol scalar, Statement body, int mentions)
    {
        var assigned = LoopShape.Assigned(body).ToList();
        var top = (body is Statement.Compound compound ? compound.Statements : [body]).OfType<Statement.Evaluate>().Where(evaluate => Increment(evaluate.Expression, scalar) is not null).ToList();
        return mentions >= top.Count && assigned.Count(symbol => symbol == scalar) == top.Count
            && top.All(evaluate => Increment(evaluate.Expression, scalar)!.All<Expression.Reference>().All(reference => !assigned.Contains(reference.Symbol)));
    }

    /// <summary>What an expression adds to a scalar as a whole; null where it does something else.</summary>
    public static Expression? Increment(Expression expression, Symbol scalar) => expression switch
    {
        Expression.Unary { Operator: UnaryOperator.PreIncrement or UnaryOperator.PostIncrement, Operand: var one } unary when IsOf(one, scalar) => new Expression.IntegerLiteral(1, unary.Type, unary.Span),
        Expression.Assignment { Operator: BinaryOperator.Add } assignment when IsOf(assignment.Target, scalar) => assignment.Value,
        _ => null,
    };

    private static bool IsOf(Expression expression, Symbol scalar) => CText.Strip(expression) is Expression.Reference reference && reference.Symbol == scalar;
}
