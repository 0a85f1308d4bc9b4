namespace Microsoft.Z3;

/// <summary>A term or formula.</summary>
public class Expr : AST
{
    private const int BoolSortKind = 1;
    private const int IntSortKind = 2;

    internal Expr(Context context, nint nativeObject)
        : base(context, nativeObject)
    {
    }

    public Z3_lbool BoolValue => (Z3_lbool)Native.Z3_get_bool_value(Context.NativeContext, NativeObject);

    public bool IsTrue => BoolValue == Z3_lbool.Z3_L_TRUE;

    public bool IsFalse => BoolValue == Z3_lbool.Z3_L_FALSE;

    public bool IsNumeral => Native.Z3_is_numeral_ast(Context.NativeContext, NativeObject) != 0;

    public bool IsBool => SortKind(Context, NativeObject) == BoolSortKind;

    public bool IsInt => SortKind(Context, NativeObject) == IntSortKind;

    public bool IsIntNum => IsNumeral && IsInt;

    public Expr Simplify() => Create(Context, Native.Z3_simplify(Context.NativeContext, NativeObject));

    internal static Expr Create(Context context, nint nativeObject)
    {
        context.ThrowOnError();
        return SortKind(context, nativeObject) switch
        {
            BoolSortKind => new BoolExpr(context, nativeObject),
            IntSortKind when Native.Z3_is_numeral_ast(context.NativeContext, nativeObject) != 0 => new IntNum(context, nativeObject),
            IntSortKind => new IntExpr(context, nativeObject),
            _ => new Expr(context, nativeObject),
        };
    }

    private static int SortKind(Context context, nint nativeObject) =>
        Native.Z3_get_sort_kind(context.NativeContext, Native.Z3_get_sort(context.NativeContext, nativeObject));
}

/// <summary>A formula.</summary>
public class BoolExpr : Expr
{
    internal BoolExpr(Context context, nint nativeObject)
        : base(context, nativeObject)
    {
    }
}

/// <summary>A term that is a number.</summary>
public class ArithExpr : Expr
{
    internal ArithExpr(Context context, nint nativeObject)
        : base(context, nativeObject)
    {
    }
}

/// <summary>A term that is an integer.</summary>
public class IntExpr : ArithExpr
{
    internal IntExpr(Context context, nint nativeObject)
        : base(context, nativeObject)
    {
    }
}
