using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

public static unsafe partial class @clang
{
    [LibraryImport(LibraryName, EntryPoint = "clang_equalTypes"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint equalTypes(CXType A, CXType B);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTypeSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getTypeSpelling(CXType CT);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTypeKindSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getTypeKindSpelling(CXTypeKind K);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTypedefName"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getTypedefName(CXType CT);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCanonicalType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getCanonicalType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getUnqualifiedType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getUnqualifiedType(CXType CT);

    [LibraryImport(LibraryName, EntryPoint = "clang_getPointeeType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getPointeeType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getElementType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getElementType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getNumElements"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long getNumElements(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getArrayElementType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getArrayElementType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getArraySize"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long getArraySize(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getResultType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getResultType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getNumArgTypes"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int getNumArgTypes(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getArgType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getArgType(CXType T, uint i);

    [LibraryImport(LibraryName, EntryPoint = "clang_isConstQualifiedType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isConstQualifiedType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_isVolatileQualifiedType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isVolatileQualifiedType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_isRestrictQualifiedType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isRestrictQualifiedType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_isFunctionTypeVariadic"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isFunctionTypeVariadic(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTypeDeclaration"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getTypeDeclaration(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_Type_getNamedType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType Type_getNamedType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_Type_getModifiedType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType Type_getModifiedType(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_Type_getValueType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType Type_getValueType(CXType CT);

    [LibraryImport(LibraryName, EntryPoint = "clang_Type_getSizeOf"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Type_getSizeOf(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_Type_getAlignOf"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Type_getAlignOf(CXType T);

    [LibraryImport(LibraryName, EntryPoint = "clang_Type_getOffsetOf"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Type_getOffsetOf(CXType T, sbyte* S);

    [LibraryImport(LibraryName, EntryPoint = "clang_getFunctionTypeCallingConv"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCallingConv getFunctionTypeCallingConv(CXType T);
}
