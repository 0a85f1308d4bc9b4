using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>A register block of a matrix product: sums of some rows by some vectors of columns, and what else is said of single elements.</summary>
internal sealed class MatmulBlock(KernelText kernel, Lanes lanes, Accumulators sums)
{
    private readonly string _i = kernel.Style.Counters.I;
    private readonly string _j = kernel.Style.Counters.J;
    private readonly string _k = kernel.Style.Counters.K;
    private readonly string _sum = kernel.Style.Sum;

    private Recipe Recipe => kernel.Recipe;

    private Style Style => kernel.Style;

    private int Step => lanes.Width * Recipe.Columns;

    private string Stride => kernel.Has(Fault.WrongStride) ? "N" : "K";

    /// <summary>Elements of the matrices; a factor or addend that is no name comes in parentheses.</summary>
    public string A(string row, string depth) => Recipe.HasRowPointers && row == _i ? $"arow[{depth}]" : $"A[{row} * {Stride} + {depth}]";

    public static string B(string depth, string column) => column == "0" ? $"B[{depth} * N]" : $"B[{depth} * N + {column}]";

    public string C(string row, string column) => Recipe.HasRowPointers && row == _i ? $"crow[{column}]" : $"C[{row} * N + {column}]";

    /// <summary>Pointers to the row of A and that of C, where the recipe has them.</summary>
    public void PointAtRows(CodeBlock code)
    {
        if (Recipe.HasRowPointers)
        {
            code.Line($"const double *arow = A + {_i} * {Stride};");
            code.Line($"double *crow = C + {_i} * N;");
        }
    }

    /// <summary>A strip of B, copied together and filled up with zeros.</summary>
    public void Pack(CodeBlock code, ImmutableArray<Span> spans)
    {
        if (!Recipe.IsPacked)
        {
            return;
        }

        kernel.Include("stdlib.h");
        var v = Style.Copies.V;
        code.Line($"double *strip = aligned_alloc(64, ((size_t)K + 1) * {Step * sizeof(double)});");
        code.For(_k, "0", "K", 1, Style, row => row.For(v, "0", $"{Step}", 1, Style, element =>
            element.Line($"strip[(long){_k} * {Step} + {v}] = {_j} + {v} < {spans[1].End} ? B[{_k} * N + {_j} + {v}] : 0.0;")));
    }

    public void Unpack(CodeBlock code)
    {
        if (Recipe.IsPacked)
        {
            code.Line("free(strip);");
        }
    }

    /// <summary>The block whose first element is at the counters.</summary>
    public void Write(CodeBlock code, ImmutableArray<Span> spans)
    {
        var depth = spans[2];
        Clamp(code, spans);
        sums.Begin(code, Recipe.Tile.K > 0 ? (u, v) => lanes.Load(C(Row(u, spans), Column(v)), MaskOf(v)) : null);
        if (Recipe.Unit == VectorUnit.OmpSimd)
        {
            code.Line($"#pragma omp simd reduction(+:{_sum})");
        }

        code.Nest($"for (int {_k} = {depth.Start}; {_k} < {depth.End}; {(kernel.Has(Fault.NoAdvance) ? "" : Style.Advance(_k, 1))})", turn =>
        {
            lanes.Prefetch(turn, _k, "K", ahead => Recipe.IsPacked ? $"strip[(long)({ahead}) * {Step}]" : B($"({ahead})", _j));
            Turn(turn, spans);
        });
        sums.Each(code, (at, u, v) => at.Line(lanes.Store(C(Row(u, spans), Column(v)), MaskOf(v), sums.Of(u, v))));
    }

    /// <summary>One product for each sum.</summary>
    private void Turn(CodeBlock code, ImmutableArray<Span> spans)
    {
        var (a, b) = Style.Loaded;
        if (Recipe.Accumulators == 1 || (Recipe.Rows == 1 && !sums.IsArray && Recipe.Columns == 1))
        {
            code.Line(lanes.Accumulate(sums.Of("0", "0"), lanes.Broadcast(A(Row("0", spans), _k)), Loaded("0")));
        }
        else if (sums.IsArray)
        {
            var (u, v) = Style.Copies;
            sums.Rows(code, (row, at) =>
            {
                row.Line($"{Style.Const}{lanes.BroadcastType} {a} = {lanes.Broadcast(A(Row(at, spans), _k))};");
                sums.Columns(row, (column, across) => column.Line(lanes.Accumulate(sums.Of(at, across), a, Loaded(across))));
            });
        }
        else
        {
            sums.Columns(code, (column, v) => column.Line($"{Style.Const}{lanes.Type} {b}{v} = {Loaded(v)};"));
            sums.Rows(code, (row, u) =>
            {
                row.Line($"{Style.Const}{lanes.BroadcastType} {a}{u} = {lanes.Broadcast(A(Row(u, spans), _k))};");
                sums.Columns(row, (column, v) => column.Line(lanes.Accumulate(sums.Of(u, v), $"{a}{u}", $"{b}{v}")));
            });
        }
    }

    private string Loaded(string v) => Recipe.IsPacked ? lanes.Load($"strip[{lanes.At($"(long){_k} * {Step}", v)}]") : lanes.Load(B(_k, Column(v)), MaskOf(v));

    /// <summary>Rows past the edge are the last one again, and columns past it are masked.</summary>
    private void Clamp(CodeBlock code, ImmutableArray<Span> spans)
    {
        if (!kernel.IsMasked)
        {
            return;
        }

        if (sums.IsArray && Recipe.Columns > 1)
        {
            code.Line($"{lanes.MaskType} m[{Recipe.Columns}];");
            sums.Columns(code, (column, v) => column.Line($"m[{v}] = {lanes.Mask($"{spans[1].End} - {_j} - {lanes.Width} * {v}")};"));
        }
        else
        {
            for (var v = 0; v < Recipe.Columns; v++)
            {
                code.Line($"const {lanes.MaskType} m{v} = {lanes.Mask($"{spans[1].End} - {_j}{(v == 0 ? "" : $" - {lanes.Width * v}")}")};");
            }
        }
    }

    private string? MaskOf(string v) => !kernel.IsMasked ? null : sums.IsArray && Recipe.Columns > 1 ? $"m[{v}]" : $"m{v}";

    private string Row(string u, ImmutableArray<Span> spans) => u == "0" ? _i
        : Recipe.Tail == Tail.Mask ? $"({_i} + {u} < {spans[0].End} ? {_i} + {u} : {spans[0].End} - 1)"
        : $"({_i} + {u})";

    private string Column(string v) => lanes.At(_j, v);

    /// <summary>One element of C at the counters.</summary>
    public void Element(CodeBlock code, Span depth)
    {
        code.Line($"double {_sum} = 0.0;");
        code.For(_k, depth.Start, depth.End, 1, Style, turn => turn.Line($"{_sum} += {A(_i, _k)} * {B(_k, _j)};"));
        code.Line($"{C(_i, _j)} {(Recipe.Tile.K > 0 ? "+=" : "=")} {_sum};");
    }

    /// <summary>A call that computes the elements of some rows and columns one by one.</summary>
    public string Edge(Span rows, Span columns, Span depth)
    {
        var isTiled = Recipe.Tile.K > 0;
        kernel.Help(
            $"static void edge(const double *A, const double *B, double *C, int N, int K, int i0, int i1, int j0, int j1{(isTiled ? ", int k0, int k1" : "")})\n"
            + "{\n    for (int i = i0; i < i1; i++)\n        for (int j = j0; j < j1; j++) {\n            double s = 0.0;\n"
            + $"            for (int k = {(isTiled ? "k0; k < k1" : "0; k < K")}; k++)\n                s += A[i * K + k] * B[k * N + j];\n"
            + $"            C[i * N + j] {(isTiled ? "+=" : "=")} s;\n        }}\n}}");
        return $"edge(A, B, C, N, K, {rows.Start}, {rows.End}, {columns.Start}, {columns.End}{(isTiled ? $", {depth.Start}, {depth.End}" : "")});";
    }

    /// <summary>A vector of a row of C is added to, under the mask of what is left of it where vectors have one.</summary>
    public void AddToRow(CodeBlock code, string factor, string end)
    {
        var mask = lanes.DeclareMask(code, "m", $"{end} - {_j}");
        code.Line(lanes.Store(C(_i, _j), mask, lanes.MultiplyAdd(factor, lanes.Load(B(_k, _j), mask), lanes.Load(C(_i, _j), mask))));
    }
}
