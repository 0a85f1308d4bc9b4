using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>Transformations that keep the order of iterations and are right for any loop, and tiling, which does not and is not.</summary>
internal static class OrderedTransformations
{
    private const int Copies = 4;
    private const int Tile = 8;

    /// <summary>
    /// <c>for (i = s; i &lt; n; i++) B(i)</c> becomes
    /// <c>for (i = s; i + 3 &lt; n; i += 4) { B(i) B(i+1) B(i+2) B(i+3) }  for (; i &lt; n; i++) B(i)</c>.
    /// </summary>
    public static string? Unrolled(Statement.For loop, CText text) => LoopShape.Of(loop, text, text.Obstacles) is not { } shape ? null : $$"""
        {
        {{Begin(shape, text)}}
        for (; {{Lane(shape, Copies - 1)}} {{CText.Word(shape.Test)}} {{text.Of(shape.Bound)}}; {{shape.Index.Name}} += {{Copies}} * ({{shape.Step}})) {
        {{string.Concat(Enumerable.Range(0, Copies).Select(copy => $"{{\n{At(shape, copy, text).Of(shape.Body)}}}\n"))}}}
        {{Rest(shape, text)}}}

        """;

    /// <summary><c>for (t = s; t &lt; n; t += 8) for (i = t; i &lt; min(t + 8, n); i++) B(i)</c>.</summary>
    public static string? StripMined(Statement.For loop, CText text) => LoopShape.Of(loop, text, text.Obstacles) is { } shape
        ? $"{Outer(shape, text)}{Inner(shape, text)}{text.Of(shape.Body)}}}\n}}\n"
        : null;

    /// <summary>A perfect nest of two in tiles of 8 by 8; the outer loop must not decide how far the inner one runs.</summary>
    public static string? Tiled(Statement.For loop, CText text)
    {
        if (InnerOf(loop) is not { } nested || LoopShape.Of(loop, text, []) is not { } outer || LoopShape.Of(nested, text, text.Obstacles) is not { } inner
            || new[] { inner.Start, inner.Bound }.Any(end => end.All<Expression.Reference>().Any(reference => reference.Symbol == outer.Index)))
        {
            return null;
        }

        return $"{Outer(outer, text)}{Outer(inner, text)}{Inner(outer, text)}{Inner(inner, text)}{text.Of(inner.Body)}}}\n}}\n}}\n}}\n";
    }

    public static Statement.For? InnerOf(Statement.For loop) => (loop.Body is Statement.Compound { Statements: [var only] } ? only : loop.Body) as Statement.For;

    /// <summary><c>int i = start;</c> in front of a loop whose index lives longer than it.</summary>
    public static string Begin(LoopShape shape, CText text) => $"{(shape.IsOwnIndex ? "int " : "")}{shape.Index.Name} = {text.Of(shape.Start)};";

    /// <summary>What the wide loop leaves over.</summary>
    public static string Rest(LoopShape shape, CText text) =>
        $"for (; {shape.Index.Name} {CText.Word(shape.Test)} {text.Of(shape.Bound)}; {shape.Index.Name} += {shape.Step}) {{\n{(text with { LabelSuffix = "_rest" }).Of(shape.Body)}}}\n";

    /// <summary>The index some iterations later.</summary>
    public static string Lane(LoopShape shape, int later) => later == 0 ? shape.Index.Name : $"({shape.Index.Name} + {later} * ({shape.Step}))";

    private static CText At(LoopShape shape, int copy, CText text) => text with
    {
        LabelSuffix = $"_{copy}",
        OtherExpression = expression => expression is Expression.Reference reference && reference.Symbol == shape.Index ? Lane(shape, copy) : text.OtherExpression(expression),
    };

    private static string Outer(LoopShape shape, CText text) =>
        $"for (int tile_{shape.Index.Name} = {text.Of(shape.Start)}; tile_{shape.Index.Name} {CText.Word(shape.Test)} {text.Of(shape.Bound)}; tile_{shape.Index.Name} += {Tile} * ({shape.Step})) {{\n";

    /// <summary>With <c>&lt;=</c> and <c>&gt;=</c> the last index of a tile is the end, with the others the first of the next.</summary>
    private static string Inner(LoopShape shape, CText text)
    {
        var (index, bound) = (shape.Index.Name, text.Of(shape.Bound));
        var reach = shape.Test is BinaryOperator.Less or BinaryOperator.Greater ? Tile : Tile - 1;
        var end = $"tile_{index} + {reach} * ({shape.Step})";
        var best = $"({end} {(shape.CountsUp ? "<" : ">")} {bound} ? {end} : {bound})";
        return $"for ({(shape.IsOwnIndex ? "int " : "")}{index} = tile_{index}; {index} {CText.Word(shape.Test)} {best}; {index} += {shape.Step}) {{\n";
    }
}
