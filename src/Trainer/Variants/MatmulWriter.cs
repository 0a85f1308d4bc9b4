using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>
/// Writes matrix products: loops in any order, with either a block of sums that lives across the innermost loop (<see cref="MatmulBlock"/>), or
/// rows of C that are added to.
/// </summary>
internal sealed class MatmulWriter
{
    private readonly KernelText _kernel;
    private readonly Lanes _lanes;
    private readonly LoopFrame _frame;
    private readonly Accumulators _sums;
    private readonly MatmulBlock _block;
    private readonly string _i;
    private readonly string _j;
    private readonly string _k;

    public MatmulWriter(KernelText kernel)
    {
        _kernel = kernel;
        _lanes = new(kernel.Recipe.Unit, "double", kernel);
        _frame = new(kernel);
        _sums = new(kernel, _lanes);
        _block = new(kernel, _lanes, _sums);
        (_i, _j, _k) = kernel.Style.Counters;
    }

    private Recipe Recipe => _kernel.Recipe;

    private Style Style => _kernel.Style;

    /// <summary>Columns that one step does.</summary>
    private int Step => _lanes.Width * Recipe.Columns;

    public string Write()
    {
        var code = _kernel.Body;
        if ((Recipe.Order[^1] != 'k' || Recipe.Tile.K > 0) && !_kernel.Has(Fault.NotCleared))
        {
            code.For("z", "0", "M * N", 1, Style, body => body.Line("C[z] = 0.0;"));
        }

        _sums.BeginOutside(code);
        _frame.Write(code, [new("0", _kernel.EndOf("M")), new("0", "N"), new("0", "K")], "", Recipe.Order[^1] == 'k' ? Blocked : Streaming);
        return _kernel.Print("void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)");
    }

    private void Blocked(CodeBlock code, ImmutableArray<Span> spans)
    {
        var (rows, columns) = (spans[0], spans[1]);
        if (Recipe.Tail == Tail.Mask || (Recipe.Rows == 1 && Step == 1))
        {
            Whole(code, spans);
        }
        else if (Recipe.Order[0] == 'i')
        {
            _frame.Stepped(code, _i, rows, Recipe.Rows, row =>
            {
                _block.PointAtRows(row);
                _frame.Stepped(row, _j, columns, Step, inner => _block.Write(inner, spans), (rest, start) => Rest(rest, RowsAt, new(start, columns.End), spans[2]));
            }, (rest, start) => Rest(rest, new(start, rows.End), columns, spans[2]));
        }
        else
        {
            _frame.Stepped(code, _j, columns, Step, strip => _frame.Stepped(
                strip, _i, rows, Recipe.Rows, inner => _block.Write(inner, spans), (rest, start) => Rest(rest, new(start, rows.End), ColumnsAt, spans[2])),
                (rest, start) => Rest(rest, rows, new(start, columns.End), spans[2]));
        }
    }

    private Span RowsAt => new(_i, $"{_i} + {Recipe.Rows}");

    private Span ColumnsAt => new(_j, $"{_j} + {Step}");

    /// <summary>Blocks that see to their own edges.</summary>
    private void Whole(CodeBlock code, ImmutableArray<Span> spans)
    {
        var isByRows = Recipe.Order[0] == 'i';
        _frame.Direct(code);
        Loop(code, isByRows, outer =>
        {
            if (isByRows)
            {
                _block.PointAtRows(outer);
            }
            else
            {
                _block.Pack(outer, spans);
            }

            Loop(outer, !isByRows, inner => _block.Write(inner, spans));
            if (!isByRows)
            {
                _block.Unpack(outer);
            }
        });

        void Loop(CodeBlock block, bool isOfRows, Action<CodeBlock> write) => block.For(
            isOfRows ? _i : _j, spans[isOfRows ? 0 : 1].Start, spans[isOfRows ? 0 : 1].End, isOfRows ? Recipe.Rows : Step, Style, write);
    }

    /// <summary>The elements that fill no block, one by one.</summary>
    private void Rest(CodeBlock code, Span rows, Span columns, Span depth)
    {
        if (Recipe.Rows > 1)
        {
            code.Line(_block.Edge(rows, columns, depth));
            return;
        }

        // One row at a time: the rest is a part of this row, or some columns of all rows.
        if (rows == RowsAt)
        {
            _frame.Singly(code, _j, columns, element => _block.Element(element, depth));
        }
        else
        {
            _frame.Singly(code, _j, columns, column => column.For(_i, rows.Start, rows.End, 1, Style, element => _block.Element(element, depth)));
        }
    }

    /// <summary>Rows or columns of C are added to, one product at a time.</summary>
    private void Streaming(CodeBlock code, ImmutableArray<Span> spans)
    {
        Outer(code, 0);

        void Outer(CodeBlock block, int depth)
        {
            if (depth == 2)
            {
                Innermost(block, spans);
                return;
            }

            var dimension = Recipe.Order[depth] - 'i';
            _frame.Direct(block);
            block.For(Counter(dimension), spans[dimension].Start, spans[dimension].End, 1, Style, inner =>
            {
                if (Recipe.Order[depth] == 'i' && depth == 0)
                {
                    _block.PointAtRows(inner);
                }

                Outer(inner, depth + 1);
            });
        }
    }

    private string Counter(int dimension) => dimension switch { 0 => _i, 1 => _j, _ => _k };

    private void Innermost(CodeBlock code, ImmutableArray<Span> spans)
    {
        if (Recipe.Order[^1] == 'i')
        {
            var b = Style.Loaded.B;
            code.Line($"{Style.Const}double {b} = {MatmulBlock.B(_k, _j)};");
            code.For(_i, spans[0].Start, spans[0].End, 1, Style, inner => inner.Line($"{_block.C(_i, _j)} += {_block.A(_i, _k)} * {b};"));
            return;
        }

        _lanes.Prefetch(code, _k, "K", ahead => MatmulBlock.B($"({ahead})", spans[1].Start));
        var a = Style.Loaded.A;
        code.Line($"{Style.Const}{_lanes.BroadcastType} {a} = {_lanes.Broadcast(_block.A(_i, _k))};");
        if (Recipe.Unit is VectorUnit.Scalar or VectorUnit.OmpSimd)
        {
            if (Recipe.Unit == VectorUnit.OmpSimd)
            {
                code.Line("#pragma omp simd");
            }

            code.For(_j, spans[1].Start, spans[1].End, 1, Style, inner => inner.Line($"{_block.C(_i, _j)} += {a} * {MatmulBlock.B(_k, _j)};"));
        }
        else if (Recipe.Tail == Tail.Mask)
        {
            code.For(_j, spans[1].Start, spans[1].End, _lanes.Width, Style, inner => _block.AddToRow(inner, a, spans[1].End));
        }
        else
        {
            _frame.Stepped(
                code, _j, spans[1], _lanes.Width, inner => _block.AddToRow(inner, a, spans[1].End),
                single => single.Line($"{_block.C(_i, _j)} += {_block.A(_i, _k)} * {MatmulBlock.B(_k, _j)};"));
        }
    }
}
