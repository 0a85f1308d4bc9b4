using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>Writes kernels that make each point of a grid from points of another: the five-point heat step (stencil2d), and the transpose.</summary>
internal sealed class GridWriter
{
    private readonly KernelText _kernel;
    private readonly Lanes _lanes;
    private readonly LoopFrame _frame;
    private readonly string _i;
    private readonly string _j;

    public GridWriter(KernelText kernel)
    {
        _kernel = kernel;
        _lanes = new(kernel.Recipe.Unit, "float", kernel);
        _frame = new(kernel);
        (_i, _j, _) = kernel.Style.Counters;
    }

    private Recipe Recipe => _kernel.Recipe;

    private Style Style => _kernel.Style;

    public string WriteTranspose()
    {
        _frame.Write(_kernel.Body, [new("0", _kernel.EndOf("rows")), new("0", "cols"), default], "", (code, spans) => Loops(code, spans, point =>
        {
            Fetch(point);
            point.Line($"out[{_j} * rows + {_i}] = in[{_i} * {Stride} + {_j}];");
        }));
        return _kernel.Print("void transpose_optimized(int rows, int cols, const float *in, float *out)");
    }

    public string WriteStencil()
    {
        var code = _kernel.Body;
        Border(code);
        if (_kernel.Has(Fault.MissingPrivate))
        {
            code.Line($"float {Style.Sum};");
        }

        var rows = _kernel.Has(Fault.ShortLoop) ? "rows - 2" : _kernel.Has(Fault.LongLoop) ? "rows" : "rows - 1";
        _frame.Write(code, [new("1", rows), new("1", "cols - 1"), default], "", (block, spans) =>
        {
            if (!_lanes.IsVector)
            {
                Loops(block, spans, Point);
                return;
            }

            _frame.Direct(block);
            block.For(_i, spans[0].Start, spans[0].End, 1, Style, row =>
            {
                PointAtRows(row);
                Vectors(row, spans[1]);
            });
        });
        return _kernel.Print("void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)");
    }

    /// <summary>Copies what the step leaves alone; a grid without inner points is nothing else.</summary>
    private void Border(CodeBlock code)
    {
        code.Nest("if (rows < 3 || cols < 3)", all =>
        {
            all.For("z", "0", "rows * cols", 1, Style, point => point.Line("out[z] = in[z];"));
            all.Line("return;");
        });
        code.For("z", "0", "cols", 1, Style, point =>
        {
            point.Line("out[z] = in[z];");
            point.Line("out[(rows - 1) * cols + z] = in[(rows - 1) * cols + z];");
        });
        code.For("z", "1", "rows - 1", 1, Style, point =>
        {
            point.Line("out[z * cols] = in[z * cols];");
            point.Line("out[z * cols + cols - 1] = in[z * cols + cols - 1];");
        });
    }

    /// <summary>Both loops, in the recipe's order.</summary>
    private void Loops(CodeBlock code, ImmutableArray<Span> spans, Action<CodeBlock> write)
    {
        var isByRows = Recipe.Order == "ij";
        var (outer, inner) = isByRows ? (0, 1) : (1, 0);
        _frame.Direct(code);
        code.For(isByRows ? _i : _j, spans[outer].Start, spans[outer].End, 1, Style, line =>
        {
            if (isByRows)
            {
                PointAtRows(line);
            }

            if (Recipe.Unit == VectorUnit.OmpSimd)
            {
                line.Line("#pragma omp simd");
            }

            line.For(isByRows ? _j : _i, spans[inner].Start, spans[inner].End, 1, Style, write);
        });
    }

    private void PointAtRows(CodeBlock code)
    {
        if (Recipe.HasRowPointers)
        {
            code.Line($"const float *up = in + ({_i} - 1) * cols, *mid = in + {_i} * {Stride}, *down = in + ({_i} + 1) * cols;");
            code.Line($"float *to = out + {_i} * cols;");
        }
    }

    private string Stride => _kernel.Has(Fault.WrongStride) ? "rows" : "cols";

    private string Up => Recipe.HasRowPointers ? $"up[{_j}]" : $"in[({_i} - 1) * cols + {_j}]";

    private string Down => Recipe.HasRowPointers ? $"down[{_j}]" : $"in[({_i} + 1) * cols + {_j}]";

    private string To => Recipe.HasRowPointers ? $"to[{_j}]" : $"out[{_i} * cols + {_j}]";

    private string Mid(string offset) => Recipe.HasRowPointers ? $"mid[{_j}{offset}]" : $"in[{_i} * {Stride} + {_j}{offset}]";

    /// <summary>How much more the four neighbours have than the point.</summary>
    private string Around => $"{Up} + {Down} + {Mid(" - 1")} + {Mid(" + 1")} - 4.0f * {Mid("")}";

    private void Point(CodeBlock code)
    {
        Fetch(code);
        if (_kernel.Has(Fault.MissingPrivate))
        {
            code.Line($"{Style.Sum} = {Around};");
            code.Line($"{To} = {Mid("")} + kappa * {Style.Sum};");
        }
        else if (Style.HasConst)
        {
            code.Line($"const float {Style.Sum} = {Around};");
            code.Line($"{To} = {Mid("")} + kappa * {Style.Sum};");
        }
        else
        {
            code.Line($"{To} = {Mid("")} + kappa * ({Around});");
        }
    }

    private void Vectors(CodeBlock code, Span columns)
    {
        if (Recipe.Tail == Tail.Mask)
        {
            code.For(_j, columns.Start, columns.End, _lanes.Width, Style, turn => Vector(turn, columns.End));
            return;
        }

        _frame.Stepped(code, _j, columns, _lanes.Width, turn => Vector(turn, columns.End), single => single.Line($"{To} = {Mid("")} + kappa * ({Around});"));
    }

    private void Vector(CodeBlock code, string end)
    {
        var mask = _lanes.DeclareMask(code, "mask", $"{end} - {_j}");
        Fetch(code);
        var (a, t) = (Style.Loaded.A, Style.Sum);
        code.Line($"{Style.Const}{_lanes.Type} {a} = {_lanes.Load(Mid(""), mask)};");
        code.Line($"{_lanes.Type} {t} = {_lanes.Add(_lanes.Add(_lanes.Load(Up, mask), _lanes.Load(Down, mask)), _lanes.Add(_lanes.Load(Mid(" - 1"), mask), _lanes.Load(Mid(" + 1"), mask)))};");
        code.Line($"{t} = {_lanes.Subtract(t, _lanes.Multiply(_lanes.Broadcast("4.0f"), a))};");
        code.Line(_lanes.Store(To, mask, _lanes.MultiplyAdd(_lanes.Broadcast("kappa"), t, a)));
    }

    private void Fetch(CodeBlock code) => _lanes.Prefetch(code, _i, "rows", ahead => $"in[({ahead}) * cols + {_j}]");
}
