using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>From where to where a loop runs, as C; the end is not in it.</summary>
internal readonly record struct Span(string Start, string End);

/// <summary>
/// What stands around the loops of a kernel: threads and cache blocks. It hands on the ranges that are left for the kernel's own loops, and the
/// directive that its outermost one still needs.
/// </summary>
internal sealed class LoopFrame(KernelText kernel)
{
    /// <summary>The directive for the next loop; taken once.</summary>
    private string? _directive;

    private Recipe Recipe => kernel.Recipe;

    private Style Style => kernel.Style;

    /// <param name="whole">The ranges of all dimensions, by their letters in the order i, j, k.</param>
    /// <param name="clauses">What the directive says beside that, after a space.</param>
    public void Write(CodeBlock code, ImmutableArray<Span> whole, string clauses, Action<CodeBlock, ImmutableArray<Span>> write)
    {
        switch (Recipe.Threading)
        {
            case Threading.Manual:
                kernel.Include("omp.h");
                code.Line($"#pragma omp parallel{clauses}");
                code.Nest("", region =>
                {
                    var (first, last) = (Style.Words == 1 ? "from" : "lo", Style.Words == 1 ? "to" : "hi");
                    var constant = Style.Const;
                    region.Line($"{constant}long nt = omp_get_num_threads(), tid = omp_get_thread_num();");
                    region.Line($"{constant}int {first} = {ShareOf(whole[0], "tid")};");
                    region.Line($"{constant}int {last} = {ShareOf(whole[0], "(tid + 1)")};");
                    Tiled(region, whole.SetItem(0, new(first, last)), write);
                });
                break;
            case Threading.None:
                Tiled(code, whole, write);
                break;
            default:
                _directive = $"#pragma omp parallel for{(Recipe.Threading == Threading.Collapse ? " collapse(2)" : "")}{clauses}";
                Tiled(code, whole, write);
                break;
        }
    }

    /// <summary>The directive of the loop that comes next, in front of it; nothing where another loop has it.</summary>
    public void Direct(CodeBlock code)
    {
        if (_directive is { } directive)
        {
            code.Line(directive);
            _directive = null;
        }
    }

    /// <summary>A loop in whole steps, then what is left, one by one.</summary>
    public void Stepped(CodeBlock code, string index, Span span, int step, Action<CodeBlock> write, Action<CodeBlock> single) =>
        Stepped(code, index, span, step, write, (rest, start) => Singly(rest, index, new(start, span.End), single));

    /// <summary>A loop one by one; with a counter that is declared already, and goes on, where the range starts with it.</summary>
    public void Singly(CodeBlock code, string index, Span span, Action<CodeBlock> write)
    {
        if (span.Start == index)
        {
            code.While(index, span.End, 1, Style, write);
        }
        else
        {
            code.For(index, span.Start, span.End, 1, Style, write);
        }
    }

    /// <summary>
    /// A loop in whole steps, then what is left, from the place it is handed, unless leaving that out is the mistake. Threads share only loops whose counter
    /// nobody else needs, so that theirs has an end that is worked out before.
    /// </summary>
    public void Stepped(CodeBlock code, string index, Span span, int step, Action<CodeBlock> write, Action<CodeBlock, string> rest)
    {
        if (step == 1)
        {
            Direct(code);
            code.For(index, span.Start, span.End, 1, Style, write);
            return;
        }

        if (_directive is not null)
        {
            var end = Style.Words == 1 ? "whole" : "full";
            code.Line($"{Style.Const}int {end} = {(span.Start == "0" ? $"{Grouped(span.End)} / {step} * {step}" : $"{span.Start} + ({span.End} - {span.Start}) / {step} * {step}")};");
            Direct(code);
            code.For(index, span.Start, end, step, Style, write);
            Rest(end);
            return;
        }

        code.Line($"int {index} = {span.Start};");
        code.While(index, span.End, step, Style, write);
        Rest(index);

        void Rest(string start)
        {
            if (!kernel.Has(Fault.MissingRemainder))
            {
                rest(code, start);
            }
        }
    }

    private static string ShareOf(Span span, string part) => span.Start == "0"
        ? $"(int)({part} * {Grouped(span.End)} / nt)"
        : $"{span.Start} + (int)({part} * ({span.End} - {span.Start}) / nt)";

    private static string Grouped(string expression) => expression.Contains(' ', StringComparison.Ordinal) ? $"({expression})" : expression;

    private void Tiled(CodeBlock code, ImmutableArray<Span> whole, Action<CodeBlock, ImmutableArray<Span>> write)
    {
        int[] sizes = [Recipe.Tile.I, Recipe.Tile.J, Recipe.Tile.K];
        var dimensions = Recipe.Order.Select(letter => letter - 'i').Where(dimension => sizes[dimension] > 0).ToArray();
        string[] tiles = [Style.Tiles.I, Style.Tiles.J, Style.Tiles.K];
        string[] ends = [Style.Ends.I, Style.Ends.J, Style.Ends.K];
        Tiles(code, 0);

        void Tiles(CodeBlock block, int depth)
        {
            if (depth < dimensions.Length)
            {
                var dimension = dimensions[depth];
                Direct(block);
                block.For(tiles[dimension], whole[dimension].Start, whole[dimension].End, sizes[dimension], Style, inner => Tiles(inner, depth + 1));
                return;
            }

            var left = whole;
            foreach (var dimension in dimensions.Order())
            {
                var (reached, limit) = ($"{tiles[dimension]} + {sizes[dimension]}", whole[dimension].End);
                block.Line($"{Style.Const}int {ends[dimension]} = {(kernel.Has(Fault.UnclampedTile) ? reached : $"{reached} < {limit} ? {reached} : {limit}")};");
                left = left.SetItem(dimension, new(tiles[dimension], ends[dimension]));
            }

            write(block, left);
        }
    }
}
