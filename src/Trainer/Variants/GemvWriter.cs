using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>Writes matrix-vector products: dot products of rows, some rows and vectors at a time, or columns that are added up.</summary>
internal sealed class GemvWriter
{
    private readonly KernelText _kernel;
    private readonly Lanes _lanes;
    private readonly LoopFrame _frame;
    private readonly Accumulators _sums;
    private readonly string _i;
    private readonly string _j;

    public GemvWriter(KernelText kernel)
    {
        _kernel = kernel;
        _lanes = new(kernel.Recipe.Unit, "double", kernel);
        _frame = new(kernel);
        _sums = new(kernel, _lanes);
        (_i, _j, _) = kernel.Style.Counters;
    }

    private Recipe Recipe => _kernel.Recipe;

    private Style Style => _kernel.Style;

    private int Step => _lanes.Width * Recipe.Columns;

    /// <summary>Whether y is scaled first and added to, because no row is done at one go.</summary>
    private bool IsAdding => Recipe.Order == "ji" || Recipe.Tile.J > 0;

    public string Write()
    {
        var code = _kernel.Body;
        if (IsAdding && !_kernel.Has(Fault.NotCleared))
        {
            code.For("z", "0", "m", 1, Style, body => body.Line("y[z] *= beta;"));
        }

        _sums.BeginOutside(code);
        _frame.Write(code, [new("0", _kernel.EndOf("m")), new("0", "n"), default], "", Recipe.Order == "ij" ? ByRows : ByColumns);
        return _kernel.Print("void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)");
    }

    private string Stride => _kernel.Has(Fault.WrongStride) ? "m" : "n";

    private string A(string row, string column) => Recipe.HasRowPointers && row == _i ? $"arow[{column}]" : $"A[{row} * {Stride} + {column}]";

    private void ByColumns(CodeBlock code, ImmutableArray<Span> spans) => code.For(_j, spans[1].Start, spans[1].End, 1, Style, column =>
    {
        column.Line($"{Style.Const}double {Style.Loaded.B} = alpha * x[{_j}];");
        column.For(_i, spans[0].Start, spans[0].End, 1, Style, row => row.Line($"y[{_i}] += {A(_i, _j)} * {Style.Loaded.B};"));
    });

    private void ByRows(CodeBlock code, ImmutableArray<Span> spans) => _frame.Stepped(
        code, _i, spans[0], Recipe.Rows, rows => Block(rows, spans[1]), row => Single(row, spans[1]));

    private void Single(CodeBlock code, Span columns)
    {
        code.Line($"double {Style.Sum} = 0.0;");
        code.For(_j, columns.Start, columns.End, 1, Style, turn => turn.Line($"{Style.Sum} += {A(_i, _j)} * x[{_j}];"));
        code.Line(Result(_i, Style.Sum));
    }

    /// <summary>Some rows, by steps of some vectors.</summary>
    private void Block(CodeBlock code, Span columns)
    {
        if (Recipe.HasRowPointers)
        {
            code.Line($"const double *arow = A + {_i} * {Stride};");
        }

        _sums.Begin(code, null);
        if (Step == 1)
        {
            Scalar(code, columns);
            _sums.Rows(code, (row, u) => row.Line(Result(Row(u), _sums.Of(u, "0"))));
            return;
        }

        if (Recipe.Tail == Tail.Mask)
        {
            code.For(_j, columns.Start, columns.End, Step, Style, turn => Turn(turn, columns));
        }
        else
        {
            code.Line($"int {_j} = {columns.Start};");
            code.While(_j, columns.End, Step, Style, turn => Turn(turn, columns));
        }

        var rest = Style.Words == 1 ? "rest" : "dot";
        _sums.Rows(code, (row, u) =>
        {
            var name = _sums.IsArray || Recipe.Rows == 1 ? rest : rest + u;
            row.Line($"double {name} = {_sums.Total(u)};");
            if (Recipe.Tail == Tail.Loop && !_kernel.Has(Fault.MissingRemainder))
            {
                row.For("l", _j, columns.End, 1, Style, turn => turn.Line($"{name} += {A(Row(u), "l")} * x[l];"));
            }

            row.Line(Result(Row(u), name));
        });
    }

    private void Scalar(CodeBlock code, Span columns)
    {
        if (Recipe.Unit == VectorUnit.OmpSimd)
        {
            code.Line($"#pragma omp simd reduction(+:{Style.Sum})");
        }

        code.Nest($"for (int {_j} = {columns.Start}; {_j} < {columns.End}; {(_kernel.Has(Fault.NoAdvance) ? "" : Style.Advance(_j, 1))})", turn =>
        {
            Fetch(turn);
            _sums.Rows(turn, (row, u) => row.Line(_lanes.Accumulate(_sums.Of(u, "0"), A(Row(u), _j), $"x[{_j}]")));
        });
    }

    private void Turn(CodeBlock code, Span columns)
    {
        Fetch(code);
        _sums.Columns(code, (column, v) =>
        {
            var at = _lanes.At(_j, v);
            var suffix = int.TryParse(v, out _) && Recipe.Columns > 1 ? v : "";
            var mask = _lanes.DeclareMask(column, $"mask{suffix}", $"{columns.End} - {(at == _j ? at : $"({at})")}");
            var b = Style.Loaded.B + suffix;
            column.Line($"{Style.Const}{_lanes.Type} {b} = {_lanes.Load($"x[{at}]", mask)};");
            _sums.Rows(column, (row, u) => row.Line(_lanes.Accumulate(_sums.Of(u, v), _lanes.Load(A(Row(u), at), mask), b)));
        });
    }

    private void Fetch(CodeBlock code) => _lanes.Prefetch(code, _j, "n", ahead => A(_i, ahead));

    private string Row(string u) => u == "0" ? _i : $"({_i} + {u})";

    private string Result(string row, string sum)
    {
        var y = $"y[{(row.StartsWith('(') ? row[1..^1] : row)}]";
        return IsAdding ? $"{y} += alpha * {sum};" : $"{y} = alpha * {sum} + beta * {y};";
    }
}
