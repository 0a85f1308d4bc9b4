using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>Writes kernels of one loop over vectors: scaled sums (axpy) and scalar products (dot).</summary>
internal sealed class VectorWriter
{
    private const string Result = "result";

    private readonly KernelText _kernel;
    private readonly Lanes _lanes;
    private readonly LoopFrame _frame;
    private readonly Accumulators _sums;
    private readonly string _i;

    public VectorWriter(KernelText kernel)
    {
        _kernel = kernel;
        _lanes = new(kernel.Recipe.Unit, "double", kernel);
        _frame = new(kernel);
        _sums = new(kernel, _lanes);
        _i = kernel.Style.Counters.I;
    }

    private Recipe Recipe => _kernel.Recipe;

    private Style Style => _kernel.Style;

    private int Step => _lanes.Width * Recipe.Columns;

    private ImmutableArray<Span> Whole => [new("0", _kernel.EndOf("n")), default, default];

    /// <summary><c>simd</c> of a loop that threads share is a part of their directive.</summary>
    private string Simd => Recipe is { Unit: VectorUnit.OmpSimd, Threading: Threading.For } ? " simd" : "";

    public string WriteAxpy()
    {
        _frame.Write(_kernel.Body, Whole, Simd, (code, spans) =>
        {
            if (_lanes.IsIntrinsic)
            {
                code.Line($"{Style.Const}{_lanes.Type} {Style.Loaded.A} = {_lanes.Broadcast("alpha")};");
            }

            var factor = _lanes.IsIntrinsic ? Style.Loaded.A : "alpha";
            if (Recipe.Tail == Tail.Mask)
            {
                _frame.Direct(code);
                code.For(_i, spans[0].Start, spans[0].End, Step, Style, turn => Add(turn, factor, spans[0]));
                return;
            }

            SimdAlone(code, "");
            _frame.Stepped(code, _i, spans[0], Step, turn => Add(turn, factor, spans[0]), single => single.Line($"y[{_i}] += alpha * x[{_i}];"));
        });
        return _kernel.Print("void axpy_optimized(int n, double alpha, const double *x, double *y)");
    }

    public string WriteDot()
    {
        var isPlain = Step == 1;
        _kernel.Body.Line($"double {Result} = 0.0;");
        var reduction = Recipe.Threading == Threading.None || _kernel.Has(Fault.MissingReduction) ? "" : $" reduction(+:{Result})";
        _frame.Write(_kernel.Body, Whole, Simd + reduction, (code, spans) =>
        {
            if (isPlain)
            {
                SimdAlone(code, $" reduction(+:{Result})");
                _frame.Direct(code);
                code.For(_i, spans[0].Start, spans[0].End, 1, Style, turn =>
                {
                    Fetch(turn);
                    turn.Line($"{Result} += x[{_i}] * y[{_i}];");
                });
                return;
            }

            _sums.Begin(code, null);
            if (Recipe.Tail == Tail.Mask)
            {
                code.For(_i, spans[0].Start, spans[0].End, Step, Style, turn => Products(turn, spans[0]));
            }
            else
            {
                _frame.Stepped(code, _i, spans[0], Step, turn => Products(turn, spans[0]), single => single.Line($"{Result} += x[{_i}] * y[{_i}];"));
            }

            code.Line($"{Result} += {_sums.Total("0")};");
        });
        _kernel.Body.Line($"return {Result};");
        return _kernel.Print("double dot_optimized(int n, const double *x, const double *y)");
    }

    /// <summary>One vector of axpy.</summary>
    private void Add(CodeBlock code, string factor, Span span)
    {
        Fetch(code);
        var mask = MaskOf(code, span);
        code.Line(_lanes.Store($"y[{_i}]", mask, _lanes.MultiplyAdd(factor, _lanes.Load($"x[{_i}]", mask), _lanes.Load($"y[{_i}]", mask))));
    }

    /// <summary>One product of vectors for each sum.</summary>
    private void Products(CodeBlock code, Span span)
    {
        Fetch(code);
        var mask = MaskOf(code, span);
        _sums.Columns(code, (column, v) =>
        {
            var at = _lanes.At(_i, v);
            column.Line(_lanes.Accumulate(_sums.Of("0", v), _lanes.Load($"x[{at}]", mask), _lanes.Load($"y[{at}]", mask)));
        });
    }

    private string? MaskOf(CodeBlock code, Span span) => _lanes.DeclareMask(code, "mask", $"{span.End} - {_i}");

    private void SimdAlone(CodeBlock code, string clauses)
    {
        if (Recipe.Unit == VectorUnit.OmpSimd && Simd.Length == 0)
        {
            code.Line($"#pragma omp simd{clauses}");
        }
    }

    private void Fetch(CodeBlock code) => _lanes.Prefetch(code, _i, "n", ahead => $"x[{ahead}]");
}
