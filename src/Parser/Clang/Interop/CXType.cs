using System.Runtime.CompilerServices;

namespace ClangSharp.Interop;

public unsafe struct CXType
{
    public CXTypeKind kind;
    public _data_e__FixedBuffer data;

    public readonly CXString Spelling => clang.getTypeSpelling(this);

    public readonly CXType CanonicalType => clang.getCanonicalType(this);

    public readonly CXType PointeeType => clang.getPointeeType(this);

    public readonly CXType ElementType => clang.getElementType(this);

    public readonly long NumElements => clang.getNumElements(this);

    public readonly CXType ArrayElementType => clang.getArrayElementType(this);

    public readonly long ArraySize => clang.getArraySize(this);

    public readonly CXType ResultType => clang.getResultType(this);

    public readonly int NumArgTypes => clang.getNumArgTypes(this);

    public readonly CXCursor Declaration => clang.getTypeDeclaration(this);

    public readonly CXType ValueType => clang.Type_getValueType(this);

    public readonly long SizeOf => clang.Type_getSizeOf(this);

    public readonly long AlignOf => clang.Type_getAlignOf(this);

    public readonly bool IsConstQualified => clang.isConstQualifiedType(this) != 0;

    public readonly bool IsVolatileQualified => clang.isVolatileQualifiedType(this) != 0;

    public readonly bool IsRestrictQualified => clang.isRestrictQualifiedType(this) != 0;

    public readonly bool IsFunctionTypeVariadic => clang.isFunctionTypeVariadic(this) != 0;

    public readonly CXType GetArgType(uint i) => clang.getArgType(this, i);

    public struct _data_e__FixedBuffer
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
