using System.Collections.Immutable;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>The functions that TSVC times, each with what <c>main</c> hands to it.</summary>
internal sealed record TsvcSource(SyntaxTree Tree, ImmutableArray<(Declaration.Function Function, ImmutableArray<Expression> Arguments)> Timed)
{
    private const int HandedOver = 1;

    public static TsvcSource Read(string folder, FrontEnd frontEnd)
    {
        var path = Directory.EnumerateFiles(folder, "tsvc.c", SearchOption.AllDirectories).Single();
        var tree = frontEnd.Parse(SourceText.From(path, TsvcPrelude.Text + File.ReadAllText(path))).Value;
        var timed = tree.Definition("main")!.All<Expression.Call>().Where(call => call.Target?.Name == "time_function")
            .Select(call => (tree.Definition(call.Arguments[0].All<Expression.Reference>().First().Symbol.Name)!, Handed(call.Arguments[HandedOver])));
        return tree.Errors.FirstOrDefault() is { } error
            ? throw new InvalidOperationException($"{path} at {tree.Source.PositionOf(error.Span.Start)}: {error.Text}")
            : new(tree, [.. timed]);
    }

    private static ImmutableArray<Expression> Handed(Expression argument) => CText.Strip(argument) switch
    {
        Expression.Unary { Operator: UnaryOperator.AddressOf, Operand: Expression.CompoundLiteral { Initializer: Expression.InitializerList list } } => list.Elements,
        Expression.Unary { Operator: UnaryOperator.AddressOf, Operand: var variable } => [variable],
        var pointer => [pointer],
    };
}
