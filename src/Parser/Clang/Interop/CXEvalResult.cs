namespace ClangSharp.Interop;

/// <summary>The value of a constant expression; the caller disposes it.</summary>
public unsafe partial struct CXEvalResult(IntPtr handle) : IDisposable, IEquatable<CXEvalResult>
{
    public IntPtr Handle { get; set; } = handle;

    public readonly CXEvalResultKind Kind => clang.EvalResult_getKind(this);

    public readonly bool IsUnsignedInt => Kind == CXEvalResultKind.CXEval_Int && clang.EvalResult_isUnsignedInt(this) != 0;

    public readonly int AsInt => Kind == CXEvalResultKind.CXEval_Int ? clang.EvalResult_getAsInt(this) : 0;

    public readonly long AsLongLong => Kind == CXEvalResultKind.CXEval_Int ? clang.EvalResult_getAsLongLong(this) : 0;

    public readonly ulong AsUnsigned => Kind == CXEvalResultKind.CXEval_Int ? clang.EvalResult_getAsUnsigned(this) : 0;

    public readonly double AsDouble => Kind == CXEvalResultKind.CXEval_Float ? clang.EvalResult_getAsDouble(this) : 0;

    public readonly string AsStr => Kind == CXEvalResultKind.CXEval_StrLiteral
        ? NativeText.Read(clang.EvalResult_getAsStr(this))
        : string.Empty;

    public void Dispose()
    {
        if (Handle != IntPtr.Zero)
        {
            clang.EvalResult_dispose(this);
            Handle = IntPtr.Zero;
        }
    }

    public static explicit operator CXEvalResult(void* value) => new((IntPtr)value);

    public static implicit operator void*(CXEvalResult value) => (void*)value.Handle;

    public static bool operator ==(CXEvalResult left, CXEvalResult right) => left.Handle == right.Handle;

    public static bool operator !=(CXEvalResult left, CXEvalResult right) => left.Handle != right.Handle;

    public override readonly bool Equals(object? obj) => obj is CXEvalResult other && Equals(other);

    public readonly bool Equals(CXEvalResult other) => this == other;

    public override readonly int GetHashCode() => Handle.GetHashCode();
}
