using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

/// <summary>A node of the syntax tree that libclang holds.</summary>
public unsafe partial struct CXCursor : IEquatable<CXCursor>
{
    public CXCursorKind kind;
    public int xdata;
    public _data_e__FixedBuffer data;

    public static CXCursor Null => clang.getNullCursor();

    public readonly bool IsNull => clang.Cursor_isNull(this) != 0;

    public readonly CXCursorKind Kind => clang.getCursorKind(this);

    public readonly CXString KindSpelling => kind != default ? clang.getCursorKindSpelling(Kind) : default;

    public readonly CXString Spelling => clang.getCursorSpelling(this);

    public readonly CXString DisplayName => clang.getCursorDisplayName(this);

    public readonly CXType Type => clang.getCursorType(this);

    public readonly CXSourceLocation Location => clang.getCursorLocation(this);

    public readonly CXSourceRange Extent => clang.getCursorExtent(this);

    public readonly CXCursor SemanticParent => clang.getCursorSemanticParent(this);

    public readonly CXCursor LexicalParent => clang.getCursorLexicalParent(this);

    public readonly bool IsDefinition => clang.isCursorDefinition(this) != 0;

    public readonly CX_StorageClass StorageClass => clang.Cursor_getStorageClass(this);

    public readonly CXLinkageKind Linkage => clang.getCursorLinkage(this);

    public readonly CXTLSKind TlsKind => clang.getCursorTLSKind(this);

    public readonly bool IsFunctionInlined => clang.Cursor_isFunctionInlined(this) != 0;

    public readonly bool IsBitField => clang.Cursor_isBitField(this) != 0;

    public readonly int FieldDeclBitWidth => clang.getFieldDeclBitWidth(this);

    public readonly CXType EnumDecl_IntegerType => clang.getEnumDeclIntegerType(this);

    public readonly long EnumConstantDeclValue => clang.getEnumConstantDeclValue(this);

    public readonly ulong EnumConstantDeclUnsignedValue => clang.getEnumConstantDeclUnsignedValue(this);

    public readonly CXUnaryOperatorKind UnaryOperatorKind => clang.getCursorUnaryOperatorKind(this);

    /// <summary>The value, if this is a constant expression; the caller disposes it.</summary>
    public readonly CXEvalResult Evaluate => (CXEvalResult)clang.Cursor_Evaluate(this);

    public readonly uint Hash => clang.hashCursor(this);

    public static bool operator ==(CXCursor left, CXCursor right) => clang.equalCursors(left, right) != 0;

    public static bool operator !=(CXCursor left, CXCursor right) => clang.equalCursors(left, right) == 0;

    public readonly CXChildVisitResult VisitChildren(CXCursorVisitor visitor, CXClientData clientData)
    {
        var pVisitor = (delegate* unmanaged[Cdecl]<CXCursor, CXCursor, void*, CXChildVisitResult>)Marshal.GetFunctionPointerForDelegate(visitor);
        var result = VisitChildren(pVisitor, clientData);
        GC.KeepAlive(visitor);
        return result;
    }

    public readonly CXChildVisitResult VisitChildren(delegate* unmanaged[Cdecl]<CXCursor, CXCursor, void*, CXChildVisitResult> visitor, CXClientData clientData) =>
        (CXChildVisitResult)clang.visitChildren(this, visitor, clientData);

    public override readonly bool Equals(object? obj) => obj is CXCursor other && Equals(other);

    public readonly bool Equals(CXCursor other) => this == other;

    public override readonly int GetHashCode() => (int)Hash;

    public override readonly string ToString() => Spelling.ToString();

    /// <summary>Three words private to libclang.</summary>
    public unsafe partial struct _data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;
        public void* e2;

        public ref void* this[int index]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                fixed (void** pThis = &e0)
                {
                    return ref pThis[index];
                }
            }
        }
    }
}
