namespace Microsoft.Z3;

public sealed unsafe partial class Context
{
    public BoolExpr MkBoolConst(string name) => (BoolExpr)Constant(name, Native.Z3_mk_bool_sort(NativeContext));

    public IntExpr MkIntConst(string name) => (IntExpr)Constant(name, Native.Z3_mk_int_sort(NativeContext));

    public IntNum MkInt(int v) => MkInt((long)v);

    public IntNum MkInt(long v) => (IntNum)Make(Native.Z3_mk_int64(NativeContext, v, Native.Z3_mk_int_sort(NativeContext)));

    public IntNum MkInt(string v) => (IntNum)Make(Native.Z3_mk_numeral(NativeContext, v, Native.Z3_mk_int_sort(NativeContext)));

    public BoolExpr MkTrue() => Formula(Native.Z3_mk_true(NativeContext));

    public BoolExpr MkFalse() => Formula(Native.Z3_mk_false(NativeContext));

    public BoolExpr MkBool(bool value) => value ? MkTrue() : MkFalse();

    public BoolExpr MkEq(Expr x, Expr y) => Formula(Native.Z3_mk_eq(NativeContext, x.NativeObject, y.NativeObject));

    public BoolExpr MkNot(BoolExpr a) => Formula(Native.Z3_mk_not(NativeContext, a.NativeObject));

    public Expr MkITE(BoolExpr t1, Expr t2, Expr t3) =>
        Make(Native.Z3_mk_ite(NativeContext, t1.NativeObject, t2.NativeObject, t3.NativeObject));

    public BoolExpr MkImplies(BoolExpr t1, BoolExpr t2) => Formula(Native.Z3_mk_implies(NativeContext, t1.NativeObject, t2.NativeObject));

    public BoolExpr MkAnd(params BoolExpr[] ts) => (BoolExpr)Make(ts, &Native.Z3_mk_and);

    public BoolExpr MkAnd(IEnumerable<BoolExpr> t) => MkAnd([.. t]);

    public BoolExpr MkOr(params BoolExpr[] ts) => (BoolExpr)Make(ts, &Native.Z3_mk_or);

    public BoolExpr MkOr(IEnumerable<BoolExpr> ts) => MkOr([.. ts]);

    public ArithExpr MkAdd(params ArithExpr[] ts) => (ArithExpr)Make(ts, &Native.Z3_mk_add);

    public ArithExpr MkAdd(IEnumerable<ArithExpr> ts) => MkAdd([.. ts]);

    public ArithExpr MkMul(params ArithExpr[] ts) => (ArithExpr)Make(ts, &Native.Z3_mk_mul);

    public ArithExpr MkMul(IEnumerable<ArithExpr> ts) => MkMul([.. ts]);

    public ArithExpr MkSub(params ArithExpr[] ts) => (ArithExpr)Make(ts, &Native.Z3_mk_sub);

    public ArithExpr MkUnaryMinus(ArithExpr t) => (ArithExpr)Make(Native.Z3_mk_unary_minus(NativeContext, t.NativeObject));

    /// <summary>The quotient that makes the remainder not negative; division by zero is some integer.</summary>
    public ArithExpr MkDiv(ArithExpr t1, ArithExpr t2) =>
        (ArithExpr)Make(Native.Z3_mk_div(NativeContext, t1.NativeObject, t2.NativeObject));

    /// <summary>The remainder of <see cref="MkDiv"/>, which is never negative.</summary>
    public IntExpr MkMod(IntExpr t1, IntExpr t2) => (IntExpr)Make(Native.Z3_mk_mod(NativeContext, t1.NativeObject, t2.NativeObject));

    /// <summary>The remainder of <see cref="MkDiv"/> with the sign of the divisor.</summary>
    public IntExpr MkRem(IntExpr t1, IntExpr t2) => (IntExpr)Make(Native.Z3_mk_rem(NativeContext, t1.NativeObject, t2.NativeObject));

    public BoolExpr MkLt(ArithExpr t1, ArithExpr t2) => Formula(Native.Z3_mk_lt(NativeContext, t1.NativeObject, t2.NativeObject));

    public BoolExpr MkLe(ArithExpr t1, ArithExpr t2) => Formula(Native.Z3_mk_le(NativeContext, t1.NativeObject, t2.NativeObject));

    public BoolExpr MkGt(ArithExpr t1, ArithExpr t2) => Formula(Native.Z3_mk_gt(NativeContext, t1.NativeObject, t2.NativeObject));

    public BoolExpr MkGe(ArithExpr t1, ArithExpr t2) => Formula(Native.Z3_mk_ge(NativeContext, t1.NativeObject, t2.NativeObject));

    private Expr Constant(string name, nint sort) => Make(Native.Z3_mk_const(NativeContext, Symbol(name), sort));

    private BoolExpr Formula(nint formula) => (BoolExpr)Make(formula);

    private Expr Make(nint term) => Expr.Create(this, term);

    private Expr Make(ReadOnlySpan<Expr> operands, delegate*<nint, uint, nint*, nint> function)
    {
        fixed (nint* handles = Handles(operands))
        {
            return Make(function(NativeContext, (uint)operands.Length, handles));
        }
    }
}
