using System.Globalization;
using System.Text;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>A syntax tree as text: one node a line, indented under its parent, with its type and where it starts.</summary>
public static class SyntaxPrinter
{
    public static string Print(SyntaxTree tree)
    {
        var text = new StringBuilder();
        var pending = new Stack<(object Node, int Depth)>(tree.Declarations.Reverse().Select(declaration => ((object)declaration, 0)));
        while (pending.TryPop(out var next))
        {
            text.Append(CultureInfo.InvariantCulture, $"{new string(' ', 2 * next.Depth)}({Describe(next.Node, tree)})\n");
            foreach (var child in ChildrenOf(next.Node).Reverse())
            {
                pending.Push((child, next.Depth + 1));
            }
        }

        return text.ToString();
    }

    /// <summary>A directive shows its clauses as nodes of their own.</summary>
    private static IEnumerable<object> ChildrenOf(object node) => node switch
    {
        Statement.Directive directive => directive.Content.Clauses.Cast<object>().Concat(directive.Body is { } body ? [body] : []),
        OpenMpClause clause => clause.Operands,
        Declaration.Variable variable => variable.Attributes.Concat(SyntaxWalk.ChildrenOf(variable)),
        Declaration.Function function => [.. function.Parameters, .. function.Attributes, .. SyntaxWalk.ChildrenOf(function)],
        Declaration.Record record => record.Fields,
        Declaration.Enumeration enumeration => enumeration.Constants,
        _ => SyntaxWalk.ChildrenOf(node),
    };

    private static string Describe(object node, SyntaxTree tree) => node switch
    {
        Expression expression => $"{Kind(node)}{Detail(expression)} : {CTypePrinter.Print(expression.Type)}{At(expression.Span, tree)}",
        Statement statement => $"{Kind(node)}{Detail(statement)}{At(statement.Span, tree)}",
        Declaration declaration => $"{Kind(node)}{Detail(declaration)}{At(declaration.Span, tree)}",
        Symbol symbol => $"{symbol.Kind} {symbol.Name} : {CTypePrinter.Print(symbol.Type)}{At(symbol.Span, tree)}",
        OpenMpClause clause => $"Clause {string.Join(' ', clause.Modifiers.Prepend(clause.Name))}{At(clause.Span, tree)}",
        DeclarationAttribute attribute => $"Attribute {attribute.Name}{At(attribute.Span, tree)}",
        RecordField field => $"Field {field.Name} : {CTypePrinter.Print(field.Type)}{At(field.Span, tree)}",
        _ => Kind(node),
    };

    private static string Kind(object node) => node.GetType().Name;

    private static string At(TextSpan span, SyntaxTree tree) => $" @{tree.Source.PositionOf(span.Start)}";

    private static string Detail(Expression expression) => expression switch
    {
        Expression.IntegerLiteral literal => $" {literal.Value.ToString(CultureInfo.InvariantCulture)}",
        Expression.FloatingLiteral literal => $" {literal.Value.ToString("R", CultureInfo.InvariantCulture)}",
        Expression.StringLiteral literal => $" {ValuePrinter.Quoted(literal.Value)}",
        Expression.SizeOf size => string.Create(CultureInfo.InvariantCulture, $" {size.Bytes}"),
        Expression.Reference reference => $" {reference.Symbol.Name}",
        Expression.Unary unary => $" {unary.Operator}",
        Expression.Binary binary => $" {binary.Operator}",
        Expression.Assignment { Operator: { } binary } assignment => $" {binary} in {CTypePrinter.Print(assignment.OperationType)}",
        Expression.Member member => $" {(member.IsArrow ? "->" : ".")}{member.Field}",
        Expression.Cast cast => cast.IsImplicit ? " implicit" : " written",
        Expression.Unsupported unsupported => $" {ValuePrinter.Quoted(unsupported.Reason)}",
        _ => "",
    };

    private static string Detail(Statement statement) => statement switch
    {
        Statement.Goto jump => $" {jump.Target}",
        Statement.Label label => $" {label.Name}",
        Statement.Directive directive => $" {directive.Content.Name}{(directive.Content.Argument is { } argument ? $" ({argument})" : "")}",
        Statement.Pragma pragma => $" {ValuePrinter.Quoted(pragma.Text)}",
        Statement.Unsupported unsupported => $" {ValuePrinter.Quoted(unsupported.Reason)}",
        _ => "",
    };

    private static string Detail(Declaration declaration) => declaration switch
    {
        Declaration.Function function => $" {function.Symbol.Name} : {CTypePrinter.Print(function.Symbol.Type)}",
        Declaration.Variable variable => $" {variable.Symbol.Name} : {CTypePrinter.Print(variable.Symbol.Type)}",
        Declaration.Record record => $" {record.Name}",
        Declaration.Enumeration enumeration => $" {enumeration.Name}",
        Declaration.Typedef typedef => $" {typedef.Name} : {CTypePrinter.Print(typedef.Type)}",
        Declaration.Unsupported unsupported => $" {ValuePrinter.Quoted(unsupported.Reason)}",
        _ => "",
    };
}
