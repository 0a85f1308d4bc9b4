using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Tests.Smt;

/// <summary>What the solver says of terms, and that its inputs do what it says.</summary>
public sealed class TermSolverTests
{
    private readonly TermBuilder _terms = new(new TermStore());

    private TermSolver Solver => SolverWith(1_000_000);

    private TermSolver SolverWith(uint resources) => new(_terms.Store, new(resources, 10));

    [Fact]
    public void AverageWithoutOverflowIsTheAverage()
    {
        var (a, b) = (_terms.Input(Sort.Bits(32), "a"), _terms.Input(Sort.Bits(32), "b", 3));
        var half = _terms.Apply(Operator.BitsAdd, _terms.Apply(Operator.BitsAnd, a, b), Shifted(_terms.Apply(Operator.BitsXor, a, b), 1));
        var wide = _terms.Apply(Operator.BitsAdd, Wide(a), Wide(b));
        var average = _terms.Apply(Operator.Truncate, Sort.Bits(32), Shifted(wide, 1));
        Assert.IsType<SolverAnswer.Impossible>(Solver.Solve(Different(half, average)));
    }

    [Fact]
    public void InputsThatTellTwoTermsApartDoSo()
    {
        var (a, b) = (_terms.Input(Sort.Bits(32), "a"), _terms.Input(Sort.Bits(32), "b", 3));
        var difference = Different(_terms.Apply(Operator.BitsOr, a, b), _terms.Apply(Operator.BitsAdd, a, b));
        var possible = Assert.IsType<SolverAnswer.Possible>(Solver.Solve(difference));
        Assert.Equal(1UL, TermEvaluator.Evaluate(_terms.Store, [difference], name => possible.Inputs[name])[0]);
        Assert.Equal(["a", "b[3]"], possible.Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ChoicesOverArithmeticNeedNoArithmetic()
    {
        var (x, y) = (_terms.Input(Sort.Float64, "x"), _terms.Input(Sort.Float64, "y"));
        var product = Enumerable.Range(0, 80).Aggregate(x, (all, _) => _terms.Apply(Operator.FloatMultiply, all, y));
        var isLess = _terms.Apply(Operator.FloatLess, product, x);
        var chosen = _terms.Apply(Operator.FloatAdd, _terms.Ite(isLess, product, x), y);
        var distributed = _terms.Ite(_terms.Not(isLess), _terms.Apply(Operator.FloatAdd, x, y), _terms.Apply(Operator.FloatAdd, product, y));
        var inner = _terms.Ite(isLess, product, x);
        Assert.IsType<SolverAnswer.Impossible>(Solver.Solve(Different(inner, _terms.Ite(_terms.Not(isLess), x, product))));
        Assert.IsType<SolverAnswer.Undecided>(Solver.Solve(Different(chosen, distributed)));
    }

    [Fact]
    public void LibraryFunctionsAreFunctionsAndNothingElse()
    {
        var (x, y) = (_terms.Input(Sort.Float64, "x"), _terms.Input(Sort.Float64, "y"));
        var isLess = _terms.Apply(Operator.FloatLess, x, y);
        var chosen = _terms.Call("pow", _terms.Ite(isLess, x, y), x);
        Assert.IsType<SolverAnswer.Impossible>(Solver.Solve(Different(chosen, _terms.Ite(isLess, _terms.Call("pow", x, x), _terms.Call("pow", y, x)))));

        // A solver's function is nobody's library.
        Assert.IsType<SolverAnswer.Undecided>(Solver.Solve(Different(_terms.Call("exp", x), _terms.Call("exp", y))));
        Assert.Null(TermEvaluator.Evaluate(_terms.Store, [_terms.Call("exp", x)], _ => 0)[0]);
    }

    [Fact]
    public void SumsOfFloatsAreNotAssociative()
    {
        Term[] x = [.. Enumerable.Range(0, 3).Select(index => _terms.Input(Sort.Float32, "x", index))];
        var left = _terms.Apply(Operator.FloatAdd, _terms.Apply(Operator.FloatAdd, x[0], x[1]), x[2]);
        var right = _terms.Apply(Operator.FloatAdd, x[0], _terms.Apply(Operator.FloatAdd, x[1], x[2]));
        var difference = Different(left, right);
        var possible = Assert.IsType<SolverAnswer.Possible>(SolverWith(20_000_000).Solve(difference));
        Assert.Equal(1UL, TermEvaluator.Evaluate(_terms.Store, [difference], name => possible.Inputs[name])[0]);
    }

    [Fact]
    public void BudgetIsKept() => Assert.IsType<SolverAnswer.Undecided>(SolverWith(1_000).Solve(Factored()));

    /// <summary>Whether a product of two odd numbers of 32 bits is a large prime's neighbour: hard to say.</summary>
    private Term Factored()
    {
        var (p, q) = (_terms.Input(Sort.Bits(64), "p"), _terms.Input(Sort.Bits(64), "q"));
        var product = _terms.Apply(Operator.BitsMultiply, p, q);
        return _terms.Apply(
            Operator.And, _terms.Apply(Operator.Equal, product, _terms.Constant(Sort.Bits(64), 0xC5D1_F2A3_94E7_B613)),
            _terms.Apply(Operator.And, IsSmall(p), IsSmall(q)));
    }

    private Term IsSmall(Term number) => _terms.Apply(
        Operator.And, _terms.Apply(Operator.UnsignedLess, number, _terms.Constant(Sort.Bits(64), 1UL << 32)),
        _terms.Apply(Operator.UnsignedLess, _terms.Constant(Sort.Bits(64), 1), number));

    private Term Different(Term left, Term right) => _terms.Not(_terms.Apply(Operator.Equal, left, right));

    private Term Shifted(Term term, ulong by) => _terms.Apply(Operator.ShiftRightLogical, term, _terms.Constant(_terms.Store.SortOf(term), by));

    private Term Wide(Term term) => _terms.Apply(Operator.ZeroExtend, Sort.Bits(64), term);
}
