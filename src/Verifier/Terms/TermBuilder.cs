namespace HpcVerify.Verifier.Terms;

/// <summary>
/// Builds terms in a normal form: constants are folded, commutative operands ordered, and identities applied that hold for
/// every value. On floats these are only identities of IEEE 754 with one NaN: a sum with +0, a product with 0 and a
/// difference of equals are left alone (SOUNDNESS 7).
/// </summary>
public sealed class TermBuilder(TermStore store)
{
    private Term? _true;
    private Term? _false;

    public TermStore Store => store;

    public Term True => _true ??= store.Constant(Sort.Boolean, 1);

    public Term False => _false ??= store.Constant(Sort.Boolean, 0);

    public Term Constant(Sort sort, ulong bits) => store.Constant(sort, sort.IsFloating ? FloatBits.Canonical(bits, sort) : bits);

    public Term Constant(double value) => store.Constant(Sort.Float64, FloatBits.Of(value));

    public Term Input(Sort sort, string name) => store.Input(sort, name);

    public Term Input(Sort sort, string name, int element) => store.Input(sort, name, element);

    /// <summary>
    /// A function of the C library that IEEE 754 does not define to the last bit. It stays as it is for known numbers, too: what a
    /// library gives for them is that library's own (C17 5.2.4.2.2p6).
    /// </summary>
    public Term Call(string function, Term first, Term? second = null) => store.Call(function, first, second);

    /// <summary>One operation on operands of one sort, with a result of the same; comparisons give a truth value.</summary>
    public Term Apply(Operator operation, Term first, Term second = default, Term third = default) =>
        Apply(operation, ResultOf(operation, first, second), first, second, third);

    /// <summary>One operation whose result has a sort of its own, as conversions have.</summary>
    public Term Apply(Operator operation, Sort result, Term first, Term second = default, Term third = default)
    {
        var row = OperatorTable.Of(operation);
        var (a, b, c) = (first, row.Arity > 1 ? second : new(-1), row.Arity > 2 ? third : new Term(-1));
        if (row.IsCommutative && b.Id < a.Id)
        {
            (a, b) = (b, a);
        }

        return IsPlainArithmetic(operation, a, b, c)
            ? store.Apply(operation, result, a, b, c)
            : Folded(row, result, a, b, c) ?? Simplified(operation, result, a, b, c) ?? store.Apply(operation, result, a, b, c);
    }

    public Term Not(Term truth) => Apply(Operator.Not, truth);

    /// <summary>Whether an integer is neither less than one bound nor greater than another.</summary>
    public Term Between(Term low, Term number, Term high, bool isSigned)
    {
        var isAtMost = isSigned ? Operator.SignedLessOrEqual : Operator.UnsignedLessOrEqual;
        return Apply(Operator.And, Apply(isAtMost, low, number), Apply(isAtMost, number, high));
    }

    public Term Ite(Term condition, Term whenTrue, Term whenFalse) =>
        Apply(Operator.Ite, store.SortOf(whenTrue), condition, whenTrue, whenFalse);

    /// <summary>IEEE arithmetic on operands none of which is a constant has no identities.</summary>
    private bool IsPlainArithmetic(Operator operation, Term a, Term b, Term c) =>
        OperatorTable.IsRoundedArithmetic(operation)
        && !store.IsConstant(a) && (b.Id < 0 || !store.IsConstant(b)) && (c.Id < 0 || !store.IsConstant(c));

    private Sort ResultOf(Operator operation, Term first, Term second) => operation switch
    {
        Operator.Equal or Operator.SignedLess or Operator.SignedLessOrEqual or Operator.UnsignedLess or Operator.UnsignedLessOrEqual
            or Operator.FloatLess or Operator.FloatLessOrEqual or Operator.FloatEqual or Operator.FloatIsNaN => Sort.Boolean,
        Operator.Ite => store.SortOf(second),
        _ => store.SortOf(first),
    };

    private Term? Folded(OperatorRow row, Sort result, Term a, Term b, Term c)
    {
        if (!store.IsConstant(a) || (row.Arity > 1 && !store.IsConstant(b)) || (row.Arity > 2 && !store.IsConstant(c)))
        {
            return null;
        }

        var operands = new Operands(
            store.BitsOf(a), row.Arity > 1 ? store.BitsOf(b) : 0, row.Arity > 2 ? store.BitsOf(c) : 0, store.SortOf(a), result);
        return row.Evaluate(operands) is { } bits ? store.Constant(result, bits) : null;
    }

    private Term? Simplified(Operator operation, Sort result, Term a, Term b, Term c) => operation switch
    {
        Operator.Not => store.OperatorOf(a) == Operator.Not ? store.Operand(a, 0) : null,
        Operator.And => Junction(a, b, neutral: 1, False),
        Operator.Or => Junction(a, b, neutral: 0, True),
        Operator.Equal => a == b ? True : EqualToChoice(a, b) ?? EqualToChoice(b, a),
        Operator.SignedLess => ChoiceIsNegative(a, b),
        // A NaN's bits are some NaN's bits (Operator.FloatToBits): of those that were made a float, the ones that it was made of.
        Operator.FloatToBits => store.OperatorOf(a) == Operator.BitsToFloat ? store.Operand(a, 0) : null,
        Operator.BitsToFloat => store.OperatorOf(a) == Operator.FloatToBits ? store.Operand(a, 0) : null,
        Operator.Ite => Choice(a, b, c),
        Operator.BitsAdd or Operator.BitsXor => Is(a, 0) ? b : Is(b, 0) ? a : null,
        Operator.BitsOr => a == b || Is(b, 0) ? a : Is(a, 0) ? b : null,
        Operator.BitsAnd => a == b ? a : Is(a, 0) ? a : Is(b, 0) ? b : null,
        Operator.BitsSubtract => a == b ? store.Constant(result, 0) : Is(b, 0) ? a : null,
        Operator.BitsMultiply => Is(a, 0) || Is(b, 1) ? a : Is(b, 0) || Is(a, 1) ? b : null,
        Operator.ShiftLeft or Operator.ShiftRightLogical or Operator.ShiftRightArithmetic => Is(b, 0) ? a : null,
        Operator.SignExtend or Operator.ZeroExtend or Operator.Truncate or Operator.FloatConvert => store.SortOf(a) == result ? a : null,
        Operator.BitsNot or Operator.BitsNegate or Operator.FloatNegate => store.OperatorOf(a) == operation ? store.Operand(a, 0) : null,
        Operator.FloatAbsolute => store.OperatorOf(a) switch
        {
            Operator.FloatAbsolute => a,
            Operator.FloatNegate => Apply(operation, store.Operand(a, 0)),
            _ => null,
        },
        Operator.FloatAdd => IsFloat(b, -0.0) ? a : IsFloat(a, -0.0) ? b : null,
        Operator.FloatSubtract => IsFloat(b, 0.0) ? a : null,
        Operator.FloatMultiply => IsFloat(b, 1) ? a : IsFloat(a, 1) ? b : null,
        Operator.FloatDivide => IsFloat(b, 1) ? a : null,
        _ => null,
    };

    /// <summary><c>(c ? 1 : 0) == 1</c> is <c>c</c>, as C's comparisons need.</summary>
    private Term? EqualToChoice(Term choice, Term constant)
    {
        if (!store.IsConstant(constant) || store.OperatorOf(choice) != Operator.Ite
            || !store.IsConstant(store.Operand(choice, 1)) || !store.IsConstant(store.Operand(choice, 2)))
        {
            return null;
        }

        var (isTrue, isFalse) = (store.Operand(choice, 1) == constant, store.Operand(choice, 2) == constant);
        return isTrue && isFalse ? True : isTrue ? store.Operand(choice, 0) : isFalse ? Not(store.Operand(choice, 0)) : False;
    }

    /// <summary>The sign of a choice between two constants, as blends look at it: the condition, its negation, or known.</summary>
    private Term? ChoiceIsNegative(Term choice, Term zero)
    {
        if (!Is(zero, 0) || store.OperatorOf(choice) != Operator.Ite || !store.IsConstant(store.Operand(choice, 1)) || !store.IsConstant(store.Operand(choice, 2)))
        {
            return null;
        }

        var (whenTrue, whenFalse) = (Apply(Operator.SignedLess, store.Operand(choice, 1), zero), Apply(Operator.SignedLess, store.Operand(choice, 2), zero));
        return whenTrue == whenFalse ? whenTrue : whenTrue == True ? store.Operand(choice, 0) : Not(store.Operand(choice, 0));
    }

    private Term? Junction(Term a, Term b, ulong neutral, Term absorbing) =>
        a == b || Is(b, neutral) ? a
        : Is(a, neutral) ? b
        : a == absorbing || b == absorbing || a == Not(b) ? absorbing
        : null;

    private Term? Choice(Term condition, Term whenTrue, Term whenFalse) =>
        whenTrue == whenFalse ? whenTrue
        : store.IsConstant(condition) ? (store.BitsOf(condition) != 0 ? whenTrue : whenFalse)
        : store.OperatorOf(condition) == Operator.Not ? Ite(store.Operand(condition, 0), whenFalse, whenTrue)
        : store.SortOf(whenTrue) == Sort.Boolean && Is(whenTrue, 1) && Is(whenFalse, 0) ? condition
        : null;

    private bool Is(Term term, ulong bits) => store.IsConstant(term) && store.BitsOf(term) == bits;

    private bool IsFloat(Term term, double value)
    {
        return Is(term, FloatBits.Of(value, store.SortOf(term)));
    }
}
