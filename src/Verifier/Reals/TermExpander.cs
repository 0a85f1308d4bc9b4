using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>
/// Multiplies terms out, and keeps what it found: for good where no choice is met, else for one case. A sum is taken apart
/// as a whole, from the last made term down, so that a shared term is visited once and partial sums are never built.
/// Products wait on a stack for their operands; nothing here recurses.
/// </summary>
internal sealed class TermExpander(TermStore store, TermMarks marks, MonomialTable monomials, RealOptions options)
{
    private readonly Dictionary<Term, Expansion> _sums = [];
    private readonly Dictionary<Term, Expansion> _products = [];
    private readonly Dictionary<Term, Expansion> _sumsOfCase = [];
    private readonly Dictionary<Term, Expansion> _productsOfCase = [];
    private readonly PolynomialProduct _multiplication = new(monomials, options.MaximalMonomials);
    private readonly PolynomialSum _sum = new();
    private readonly Dictionary<Term, Weight> _weights = [];
    private readonly PriorityQueue<Term, int> _addends = new();
    private readonly Stack<Term> _waiting = new();
    private Assumptions _assumptions = Assumptions.None;

    /// <summary>From now on the conditions are as assumed.</summary>
    public void Assume(Assumptions assumptions)
    {
        _assumptions = assumptions;
        _sumsOfCase.Clear();
        _productsOfCase.Clear();
    }

    public Expansion Expand(Term root)
    {
        _waiting.Clear();
        _waiting.Push(root);
        while (_waiting.TryPeek(out var term))
        {
            if (Known(term) is not null)
            {
                _waiting.Pop();
                continue;
            }

            // Operands that have to be expanded first are now above the term, which then comes up again.
            var waitingBefore = _waiting.Count;
            var expansion = TakenApart(term);
            if (_waiting.Count == waitingBefore)
            {
                (marks.HasChoice(term) ? _sumsOfCase : _sums).Add(term, expansion);
            }
        }

        return Known(root)!;
    }

    private Expansion? Known(Term term) => (marks.HasChoice(term) ? _sumsOfCase : _sums).GetValueOrDefault(term);

    private Expansion TakenApart(Term root)
    {
        _sum.Clear();
        _weights.Clear();
        _addends.Clear();
        Push(root, Weight.One);
        var waitingBefore = _waiting.Count;
        while (_addends.TryDequeue(out var term, out _))
        {
            _weights.Remove(term, out var weight);
            if (Visit(term, weight) is { } failure)
            {
                while (_waiting.Count > waitingBefore)
                {
                    _waiting.Pop();
                }

                return failure;
            }
        }

        return new Expansion.Expanded(_waiting.Count > waitingBefore ? new([]) : _sum.ToPolynomial());
    }

    private void Push(Term term, Weight weight)
    {
        if (TryAddSimple(term, weight))
        {
            return;
        }

        if (_weights.TryGetValue(term, out var other))
        {
            _weights[term] = weight.And(other);
            return;
        }

        _weights.Add(term, weight);
        _addends.Enqueue(term, -term.Id);
    }

    /// <summary>Most addends are inputs or products of two: these need neither wait for their other uses nor be kept.</summary>
    private bool TryAddSimple(Term term, Weight weight)
    {
        if (store.OperatorOf(term) == Operator.Input)
        {
            _sum.Add(MonomialOf(term, isReciprocal: false), weight);
            return true;
        }

        var (first, second) = (store.Operand(term, 0), store.Operand(term, 1));
        if (store.OperatorOf(term) != Operator.FloatMultiply
            || store.OperatorOf(first) != Operator.Input || store.OperatorOf(second) != Operator.Input)
        {
            return false;
        }

        AddSimpleProduct(first, second, weight.Rounded(RoundingCount.Of(store.SortOf(term))));
        return true;
    }

    private void AddSimpleProduct(Term first, Term second, Weight weight) =>
        _sum.Add(monomials.Product(MonomialOf(first, isReciprocal: false), MonomialOf(second, isReciprocal: false)), weight);

    /// <summary>Adds a term to the sum, or puts its operands in its place; what stands in the way, if anything does.</summary>
    private Expansion? Visit(Term term, Weight weight)
    {
        if (_sum.Count > options.MaximalMonomials || PolynomialProduct.IsTooLong(weight))
        {
            return PolynomialProduct.TooLarge;
        }

        var (first, second) = (store.Operand(term, 0), store.Operand(term, 1));
        switch (store.OperatorOf(term))
        {
            case Operator.Ite:
                return VisitChoice(term, weight);
            case Operator.Constant:
                return VisitConstant(term, weight);
            case Operator.FloatNegate:
                Push(first, weight.Negated());
                return null;
            case Operator.FloatAdd:
                VisitSum(term, weight, weight);
                return null;
            case Operator.FloatSubtract:
                VisitSum(term, weight, weight.Negated());
                return null;
            case Operator.FloatConvert:
                Push(first, weight.Rounded(RoundingOfConversion(term)));
                return null;
            case Operator.FloatMultiply:
                return VisitProduct(term, weight, RoundingCount.Of(store.SortOf(term)));
            case Operator.FloatFusedMultiplyAdd:
                var rounded = weight.Rounded(RoundingCount.Of(store.SortOf(term)));
                Push(store.Operand(term, 2), rounded);
                return VisitProduct(term, rounded, 0);
            case Operator.FloatDivide:
                return VisitQuotient(term, _assumptions.Chosen(store, second), weight);
            default:
                _sum.Add(MonomialOf(term, isReciprocal: false), weight);
                return null;
        }
    }

    private Expansion.Undecided? VisitChoice(Term term, Weight weight)
    {
        var chosen = _assumptions.Chosen(store, term);
        if (store.OperatorOf(chosen) == Operator.Ite)
        {
            return new Expansion.Undecided(store.Operand(chosen, 0));
        }

        Push(chosen, weight);
        return null;
    }

    private Expansion.Obstructed? VisitConstant(Term term, Weight weight)
    {
        if (ValueOf(term) is not { } value)
        {
            return new("a constant is not a finite number");
        }

        if (!value.IsZero)
        {
            _sum.Add(MonomialTable.One, weight.Times(value));
        }

        return null;
    }

    /// <summary>
    /// Counting a rounding for every operation bounds the fused form too: a fused product-sum takes the path of its product
    /// through one rounding less, and no path through more.
    /// </summary>
    private void VisitSum(Term term, Weight first, Weight second)
    {
        var (a, b) = (_assumptions.Chosen(store, store.Operand(term, 0)), _assumptions.Chosen(store, store.Operand(term, 1)));
        var rounding = IsZero(a) || IsZero(b) ? 0 : RoundingCount.Of(store.SortOf(term));
        Push(a, first.Rounded(rounding));
        Push(b, second.Rounded(rounding));
    }

    private long RoundingOfConversion(Term term)
    {
        var operand = store.Operand(term, 0);
        var isWidening = store.SortOf(term).Width > store.SortOf(operand).Width;
        var isBackAgain = store.OperatorOf(operand) == Operator.FloatConvert && store.SortOf(store.Operand(operand, 0)) == store.SortOf(term);
        return isWidening || isBackAgain ? 0 : RoundingCount.Of(store.SortOf(term));
    }

    private Expansion? VisitProduct(Term term, Weight weight, long rounding)
    {
        var (a, b) = (_assumptions.Chosen(store, store.Operand(term, 0)), _assumptions.Chosen(store, store.Operand(term, 1)));
        if (store.IsConstant(a))
        {
            (a, b) = (b, a);
        }

        return store.IsConstant(b) && ValueOf(b) is { IsZero: false } factor
            ? VisitMultiple(a, weight, factor, rounding)
            : AddProduct(term, a, b, weight.Rounded(rounding));
    }

    private Expansion? VisitMultiple(Term term, Weight weight, Rational factor, long rounding)
    {
        Push(term, weight.Times(factor).Rounded(factor.IsPowerOfTwo ? 0 : rounding));
        return null;
    }

    private Expansion? VisitQuotient(Term term, Term divisor, Weight weight)
    {
        if (store.OperatorOf(divisor) == Operator.Ite)
        {
            return new Expansion.Undecided(store.Operand(divisor, 0));
        }

        var rounding = RoundingCount.Of(store.SortOf(term));
        if (!store.IsConstant(divisor))
        {
            return AddQuotient(term, divisor, weight.Rounded(rounding));
        }

        return ValueOf(divisor) is { IsZero: false } value
            ? VisitMultiple(store.Operand(term, 0), weight, Rational.One / value, rounding)
            : new Expansion.Obstructed("a division by zero or by a constant that is no finite number");
    }

    private Expansion? AddProduct(Term term, Term a, Term b, Weight weight)
    {
        if (store.OperatorOf(a) == Operator.Input && store.OperatorOf(b) == Operator.Input)
        {
            AddSimpleProduct(a, b, weight);
            return null;
        }

        var products = marks.HasChoice(term) ? _productsOfCase : _products;
        if (!products.TryGetValue(term, out var product))
        {
            var (first, second) = (OperandOf(a), OperandOf(b));
            if (first is not Expansion.Expanded x || second is not Expansion.Expanded y)
            {
                return Failure(first) ?? Failure(second);
            }

            product = _multiplication.Of(x.Polynomial, y.Polynomial);
            products.Add(term, product);
        }

        return Add(product, weight);
    }

    private Expansion? AddQuotient(Term term, Term divisor, Weight weight)
    {
        var products = marks.HasChoice(term) ? _productsOfCase : _products;
        if (!products.TryGetValue(term, out var product))
        {
            var numerator = OperandOf(_assumptions.Chosen(store, store.Operand(term, 0)));
            if (numerator is not Expansion.Expanded x)
            {
                return Failure(numerator);
            }

            product = _multiplication.Of(x.Polynomial, AtomOf(divisor, isReciprocal: true));
            products.Add(term, product);
        }

        return Add(product, weight);
    }

    private static Expansion? Failure(Expansion? expansion) => expansion is Expansion.Expanded ? null : expansion;

    private Expansion? Add(Expansion product, Weight weight)
    {
        if (product is Expansion.Expanded expanded)
        {
            _sum.Add(expanded.Polynomial, weight);
        }

        return Failure(product);
    }

    /// <summary>What an operand of a product expands to; null where that has to be found first, for which it then waits.</summary>
    private Expansion? OperandOf(Term operand)
    {
        if (Known(operand) is { } known)
        {
            return known;
        }

        if (store.OperatorOf(operand) == Operator.Input)
        {
            var atom = new Expansion.Expanded(AtomOf(operand, isReciprocal: false));
            _sums.Add(operand, atom);
            return atom;
        }

        _waiting.Push(operand);
        return null;
    }

    private Polynomial AtomOf(Term term, bool isReciprocal) =>
        new([new(MonomialOf(term, isReciprocal), Rational.One, Rational.One, 0)]);

    private int MonomialOf(Term term, bool isReciprocal)
    {
        var isFinite = !isReciprocal && store.OperatorOf(term) is Operator.Input or Operator.SignedToFloat or Operator.UnsignedToFloat;
        var traits = (isFinite ? AtomTraits.None : AtomTraits.MayBeInfinite) | (marks.IsFusible(term) ? AtomTraits.Fusible : AtomTraits.None);
        return monomials.Atom(MonomialTable.AtomOf(term, isReciprocal), traits);
    }

    private bool IsZero(Term term) => store.IsConstant(term) && ValueOf(term) is { IsZero: true };

    private Rational? ValueOf(Term constant) =>
        FloatBits.Widened(store.BitsOf(constant), store.SortOf(constant)) is var value && double.IsFinite(value) ? Rational.Of(value) : null;
}
