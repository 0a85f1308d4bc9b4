namespace Microsoft.Z3;

/// <summary>A node of Z3's shared syntax graph; two are equal if they are the same node.</summary>
public class AST : Z3Object
{
    internal AST(Context context, nint nativeObject)
        : base(context, nativeObject) => Native.Z3_inc_ref(context.NativeContext, nativeObject);

    public static bool operator ==(AST? a, AST? b) =>
        ReferenceEquals(a, b)
        || (a is not null && b is not null && a.Context == b.Context
            && Native.Z3_is_eq_ast(a.Context.NativeContext, a.NativeObject, b.NativeObject) != 0);

    public static bool operator !=(AST? a, AST? b) => !(a == b);

    public override bool Equals(object? obj) => obj is AST other && this == other;

    public override int GetHashCode() => (int)Native.Z3_get_ast_hash(Context.NativeContext, NativeObject);

    public override string ToString() => Context.Text(Native.Z3_ast_to_string(Context.NativeContext, NativeObject));

    private protected override void DecRef(nint nativeObject) => Native.Z3_dec_ref(Context.NativeContext, nativeObject);
}
