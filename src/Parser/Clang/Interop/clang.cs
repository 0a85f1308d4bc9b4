using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace ClangSharp.Interop;

/// <summary>The functions of libclang's C interface that HpcVerify calls, under the names ClangSharp gives them.</summary>
public static unsafe partial class clang
{
    private const string Library = "libclang";

    [LibraryImport(Library, EntryPoint = "clang_getCString")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial sbyte* getCString(CXString @string);

    [LibraryImport(Library, EntryPoint = "clang_disposeString")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeString(CXString @string);

    [LibraryImport(Library, EntryPoint = "clang_createIndex")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* createIndex(int excludeDeclarationsFromPCH, int displayDiagnostics);

    [LibraryImport(Library, EntryPoint = "clang_disposeIndex")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeIndex(void* index);

    [LibraryImport(Library, EntryPoint = "clang_parseTranslationUnit2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXErrorCode parseTranslationUnit2(void* CIdx, sbyte* source_filename, sbyte** command_line_args, int num_command_line_args, CXUnsavedFile* unsaved_files, uint num_unsaved_files, uint options, CXTranslationUnitImpl** out_TU);

    [LibraryImport(Library, EntryPoint = "clang_saveTranslationUnit")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int saveTranslationUnit(CXTranslationUnitImpl* TU, sbyte* FileName, uint options);

    [LibraryImport(Library, EntryPoint = "clang_disposeTranslationUnit")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeTranslationUnit(CXTranslationUnitImpl* param0);

    [LibraryImport(Library, EntryPoint = "clang_getTranslationUnitCursor")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getTranslationUnitCursor(CXTranslationUnitImpl* param0);

    [LibraryImport(Library, EntryPoint = "clang_getNumDiagnostics")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint getNumDiagnostics(CXTranslationUnitImpl* Unit);

    [LibraryImport(Library, EntryPoint = "clang_getDiagnostic")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* getDiagnostic(CXTranslationUnitImpl* Unit, uint Index);

    [LibraryImport(Library, EntryPoint = "clang_disposeDiagnostic")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeDiagnostic(void* Diagnostic);

    [LibraryImport(Library, EntryPoint = "clang_getDiagnosticSeverity")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXDiagnosticSeverity getDiagnosticSeverity(void* param0);

    [LibraryImport(Library, EntryPoint = "clang_getDiagnosticSpelling")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getDiagnosticSpelling(void* param0);

    [LibraryImport(Library, EntryPoint = "clang_getDiagnosticLocation")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getDiagnosticLocation(void* param0);

    [LibraryImport(Library, EntryPoint = "clang_getFile")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* getFile(CXTranslationUnitImpl* tu, sbyte* file_name);

    [LibraryImport(Library, EntryPoint = "clang_getFileName")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getFileName(void* SFile);

    [LibraryImport(Library, EntryPoint = "clang_getExpansionLocation")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getExpansionLocation(CXSourceLocation location, void** file, uint* line, uint* column, uint* offset);

    [LibraryImport(Library, EntryPoint = "clang_getSpellingLocation")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getSpellingLocation(CXSourceLocation location, void** file, uint* line, uint* column, uint* offset);

    [LibraryImport(Library, EntryPoint = "clang_getRangeStart")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getRangeStart(CXSourceRange range);

    [LibraryImport(Library, EntryPoint = "clang_getRangeEnd")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getRangeEnd(CXSourceRange range);

    [LibraryImport(Library, EntryPoint = "clang_equalRanges")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint equalRanges(CXSourceRange range1, CXSourceRange range2);

    [LibraryImport(Library, EntryPoint = "clang_getClangVersion")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getClangVersion();

    [LibraryImport(Library, EntryPoint = "clang_isExpression")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isExpression(CXCursorKind param0);

    [LibraryImport(Library, EntryPoint = "clang_isStatement")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isStatement(CXCursorKind param0);

    [LibraryImport(Library, EntryPoint = "clang_isAttribute")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isAttribute(CXCursorKind param0);

    [LibraryImport(Library, EntryPoint = "clang_getCursorSpelling")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getCursorSpelling(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_getCursorType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getCursorType(CXCursor C);

    [LibraryImport(Library, EntryPoint = "clang_getCursorLocation")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getCursorLocation(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_getCursorExtent")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceRange getCursorExtent(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_getCursorReferenced")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCursorReferenced(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_getCanonicalCursor")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCanonicalCursor(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_getCursorSemanticParent")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCursorSemanticParent(CXCursor cursor);

    [LibraryImport(Library, EntryPoint = "clang_getCursorTLSKind")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXTLSKind getCursorTLSKind(CXCursor cursor);

    [LibraryImport(Library, EntryPoint = "clang_getEnumConstantDeclValue")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long getEnumConstantDeclValue(CXCursor C);

    [LibraryImport(Library, EntryPoint = "clang_getEnumDeclIntegerType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getEnumDeclIntegerType(CXCursor C);

    [LibraryImport(Library, EntryPoint = "clang_getFieldDeclBitWidth")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int getFieldDeclBitWidth(CXCursor C);

    [LibraryImport(Library, EntryPoint = "clang_getCursorBinaryOperatorKind")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXBinaryOperatorKind getCursorBinaryOperatorKind(CXCursor cursor);

    [LibraryImport(Library, EntryPoint = "clang_getCursorUnaryOperatorKind")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXUnaryOperatorKind getCursorUnaryOperatorKind(CXCursor cursor);

    [LibraryImport(Library, EntryPoint = "clang_hashCursor")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint hashCursor(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_equalCursors")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint equalCursors(CXCursor param0, CXCursor param1);

    [LibraryImport(Library, EntryPoint = "clang_Cursor_isNull")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Cursor_isNull(CXCursor cursor);

    [LibraryImport(Library, EntryPoint = "clang_Cursor_isBitField")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_isBitField(CXCursor C);

    [LibraryImport(Library, EntryPoint = "clang_Cursor_getStorageClass")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CX_StorageClass Cursor_getStorageClass(CXCursor param0);

    [LibraryImport(Library, EntryPoint = "clang_Cursor_getVarDeclInitializer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor Cursor_getVarDeclInitializer(CXCursor cursor);

    [LibraryImport(Library, EntryPoint = "clang_Cursor_Evaluate")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* Cursor_Evaluate(CXCursor C);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_getKind")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXEvalResultKind EvalResult_getKind(void* E);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_getAsLongLong")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long EvalResult_getAsLongLong(void* E);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_getAsUnsigned")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong EvalResult_getAsUnsigned(void* E);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_isUnsignedInt")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint EvalResult_isUnsignedInt(void* E);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_getAsDouble")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial double EvalResult_getAsDouble(void* E);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_getAsStr")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial sbyte* EvalResult_getAsStr(void* E);

    [LibraryImport(Library, EntryPoint = "clang_EvalResult_dispose")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void EvalResult_dispose(void* E);

    [LibraryImport(Library, EntryPoint = "clang_getTypeSpelling")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getTypeSpelling(CXType CT);

    [LibraryImport(Library, EntryPoint = "clang_getCanonicalType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getCanonicalType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getPointeeType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getPointeeType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getElementType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getElementType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getNumElements")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long getNumElements(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getArrayElementType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getArrayElementType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getArraySize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long getArraySize(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getResultType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getResultType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getNumArgTypes")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int getNumArgTypes(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_getArgType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getArgType(CXType T, uint i);

    [LibraryImport(Library, EntryPoint = "clang_getTypeDeclaration")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getTypeDeclaration(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_Type_getValueType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType Type_getValueType(CXType CT);

    [LibraryImport(Library, EntryPoint = "clang_Type_getSizeOf")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Type_getSizeOf(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_Type_getAlignOf")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Type_getAlignOf(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_isConstQualifiedType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isConstQualifiedType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_isVolatileQualifiedType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isVolatileQualifiedType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_isRestrictQualifiedType")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isRestrictQualifiedType(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_isFunctionTypeVariadic")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isFunctionTypeVariadic(CXType T);

    [LibraryImport(Library, EntryPoint = "clang_visitChildren")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint visitChildren(CXCursor parent, delegate* unmanaged[Cdecl]<CXCursor, CXCursor, void*, CXChildVisitResult> visitor, void* client_data);
}
