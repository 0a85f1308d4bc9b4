using System.Runtime.CompilerServices;

namespace ClangSharp.Interop;

/// <summary>A type as libclang sees it, with its sugar and qualifiers.</summary>
public unsafe partial struct CXType : IEquatable<CXType>
{
    public CXTypeKind kind;
    public _data_e__FixedBuffer data;

    public readonly CXString Spelling => kind != CXTypeKind.CXType_Invalid ? clang.getTypeSpelling(this) : default;

    public readonly CXString KindSpelling => clang.getTypeKindSpelling(kind);

    public readonly CXString TypedefName => kind != CXTypeKind.CXType_Invalid ? clang.getTypedefName(this) : default;

    public readonly CXType CanonicalType => clang.getCanonicalType(this);

    public readonly CXType UnqualifiedType => kind != CXTypeKind.CXType_Invalid ? clang.getUnqualifiedType(this) : default;

    public readonly CXType NamedType => clang.Type_getNamedType(this);

    public readonly CXType ValueType => clang.Type_getValueType(this);

    public readonly CXType ArrayElementType => clang.getArrayElementType(this);

    public readonly long ArraySize => clang.getArraySize(this);

    public readonly long NumElements => clang.getNumElements(this);

    public readonly CXType ResultType => clang.getResultType(this);

    public readonly int NumArgTypes => clang.getNumArgTypes(this);

    public readonly CXCallingConv FunctionTypeCallingConv => clang.getFunctionTypeCallingConv(this);

    public readonly bool IsFunctionTypeVariadic => clang.isFunctionTypeVariadic(this) != 0;

    public readonly bool IsCanonical => Equals(CanonicalType);

    public readonly bool IsConstQualified => clang.isConstQualifiedType(this) != 0;

    public readonly bool IsVolatileQualified => clang.isVolatileQualifiedType(this) != 0;

    public readonly bool IsRestrictQualified => clang.isRestrictQualifiedType(this) != 0;

    /// <summary>Size in bytes, or a negative <see cref="CXTypeLayoutError"/>.</summary>
    public readonly long SizeOf => clang.Type_getSizeOf(this);

    /// <summary>Alignment in bytes, or a negative <see cref="CXTypeLayoutError"/>.</summary>
    public readonly long AlignOf => clang.Type_getAlignOf(this);

    public static bool operator ==(CXType left, CXType right) => clang.equalTypes(left, right) != 0;

    public static bool operator !=(CXType left, CXType right) => clang.equalTypes(left, right) == 0;

    public readonly CXType GetArgType(uint i) => clang.getArgType(this, i);

    public override readonly bool Equals(object? obj) => obj is CXType other && Equals(other);

    public readonly bool Equals(CXType other) => this == other;

    public override readonly int GetHashCode() => HashCode.Combine(kind, (nint)data.e0, (nint)data.e1);

    public override readonly string ToString() => Spelling.ToString();

    /// <summary>Two words private to libclang.</summary>
    public unsafe partial struct _data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;

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
