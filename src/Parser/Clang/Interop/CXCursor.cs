namespace ClangSharp.Interop;

public unsafe struct CXCursor : IEquatable<CXCursor>
{
    public CXCursorKind kind;
    public int xdata;
    public void* data0;
    public void* data1;
    public void* data2;

    public readonly CXCursorKind Kind => kind;

    public readonly bool IsNull => clang.Cursor_isNull(this) != 0;

    public readonly CXString Spelling => clang.getCursorSpelling(this);

    public readonly CXType Type => clang.getCursorType(this);

    public readonly CXSourceLocation Location => clang.getCursorLocation(this);

    public readonly CXSourceRange Extent => clang.getCursorExtent(this);

    public readonly CXCursor Referenced => clang.getCursorReferenced(this);

    public readonly CXCursor SemanticParent => clang.getCursorSemanticParent(this);

    public readonly CXEvalResult Evaluate => new((nint)clang.Cursor_Evaluate(this));

    public readonly CXType EnumDecl_IntegerType => clang.getEnumDeclIntegerType(this);

    public readonly bool Equals(CXCursor other) => clang.equalCursors(this, other) != 0;

    public override readonly bool Equals(object? obj) => obj is CXCursor other && Equals(other);

    public override readonly int GetHashCode() => (int)clang.hashCursor(this);
}
