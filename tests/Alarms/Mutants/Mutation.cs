using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Alarms.Mutants;

/// <summary>One change to a file: what a span is replaced by, and what kind of change that is.</summary>
public sealed record Mutation(TextSpan Span, string Replacement, string Kind)
{
    public string ApplyTo(string code) => string.Concat(code.AsSpan(0, Span.Start), Replacement, code.AsSpan(Span.End));

    /// <summary>Every change to a file that the operators know. Spans are the syntax tree's; nothing in an include has one.</summary>
    public static ImmutableArray<Mutation> AllOf(SyntaxTree tree, SourceText source)
    {
        var code = source.Code;
        var found = tree.All<Expression>().SelectMany(expression => Of(expression, code))
            .Concat(tree.All<Statement>().SelectMany(Of))
            .Where(mutation => mutation.Span.Length > 0 && mutation.Span.End <= code.Length && mutation.ApplyTo(code) != code);
        return [.. found.Distinct()];
    }

    private static IEnumerable<Mutation> Of(Statement statement) => statement switch
    {
        Statement.Evaluate => [new(statement.Span, "", "statement dropped")],
        Statement.Break => [new(statement.Span, "", "break dropped")],
        Statement.Continue => [new(statement.Span, "", "continue dropped")],
        Statement.Directive directive => directive.Content.Clauses.Select(clause => new Mutation(clause.Span, " ", $"clause dropped: {clause.Name}"))
            .Append(new(directive.Content.Span, "", $"directive dropped: {directive.Content.Name}")),
        _ => [],
    };

    private static IEnumerable<Mutation> Of(Expression expression, string code) => expression switch
    {
        Expression.IntegerLiteral literal when IsNumber(literal.Span, code) =>
            [new(literal.Span, $"({Text(literal.Span, code)} + 1)", "constant + 1"), new(literal.Span, $"({Text(literal.Span, code)} - 1)", "constant - 1")],
        Expression.FloatingLiteral literal when IsNumber(literal.Span, code) => [new(literal.Span, $"({Text(literal.Span, code)} + 1)", "constant + 1")],
        Expression.Binary binary => [.. Operators(binary, code), .. Swapped(binary.Left, binary.Right, binary.Span, "operands swapped", code)],
        Expression.Conditional choice => Swapped(choice.WhenTrue, choice.WhenFalse, choice.Span, "choices swapped", code),
        Expression.Subscript { Base: Expression.Subscript inner } outer => Swapped(inner.Index, outer.Index, outer.Span, "indices swapped", code),
        Expression.Call { Arguments.Length: >= 2 } call => Enumerable.Range(0, call.Arguments.Length - 1)
            .SelectMany(at => Swapped(call.Arguments[at], call.Arguments[at + 1], call.Span, "arguments swapped", code)),
        Expression.Unary { Operator: UnaryOperator.Minus } unary => [new(unary.Span, Text(unary.Operand.Span, code), "sign dropped")],
        Expression.Assignment { Operator: { } } assignment => Between(assignment.Target, assignment.Value, "=", "compound to plain", code),
        _ => [],
    };

    private static IEnumerable<Mutation> Operators(Expression.Binary binary, string code) => binary.Operator switch
    {
        BinaryOperator.Less => Between(binary.Left, binary.Right, "<=", "< to <=", code),
        BinaryOperator.LessOrEqual => Between(binary.Left, binary.Right, "<", "<= to <", code),
        BinaryOperator.Greater => Between(binary.Left, binary.Right, ">=", "> to >=", code),
        BinaryOperator.GreaterOrEqual => Between(binary.Left, binary.Right, ">", ">= to >", code),
        BinaryOperator.Equal => Between(binary.Left, binary.Right, "!=", "== to !=", code),
        BinaryOperator.Add => Between(binary.Left, binary.Right, "-", "+ to -", code),
        BinaryOperator.Subtract => Between(binary.Left, binary.Right, "+", "- to +", code),
        BinaryOperator.Multiply => Between(binary.Left, binary.Right, "+", "* to +", code),
        BinaryOperator.Remainder => Between(binary.Left, binary.Right, "/", "% to /", code),
        BinaryOperator.LogicalAnd => Between(binary.Left, binary.Right, "||", "&& to ||", code),
        _ => [],
    };

    /// <summary>The text between two operands, if nothing but the operator and blanks stands there.</summary>
    private static IEnumerable<Mutation> Between(Expression left, Expression right, string replacement, string kind, string code)
    {
        var span = TextSpan.FromBounds(left.Span.End, right.Span.Start);
        return span.Length is > 0 and < 8 && right.Span.End <= code.Length && !Text(span, code).AsSpan().ContainsAny("()\\\n")
            ? [new(span, $" {replacement} ", kind)]
            : [];
    }

    private static IEnumerable<Mutation> Swapped(Expression left, Expression right, TextSpan whole, string kind, string code)
    {
        if (left.Span.Length == 0 || right.Span.Length == 0 || left.Span.End > right.Span.Start || left.Span.Start < whole.Start || right.Span.End > code.Length)
        {
            return [];
        }

        var between = Text(TextSpan.FromBounds(left.Span.End, right.Span.Start), code);
        return [new(TextSpan.FromBounds(left.Span.Start, right.Span.End), Text(right.Span, code) + between + Text(left.Span, code), kind)];
    }

    private static bool IsNumber(TextSpan span, string code) => span.Length > 0 && span.End <= code.Length && char.IsAsciiDigit(code[span.Start]);

    private static string Text(TextSpan span, string code) => code.Substring(span.Start, span.Length);
}
