using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

public static unsafe partial class @clang
{
    [LibraryImport(LibraryName, EntryPoint = "clang_getNullCursor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getNullCursor();

    [LibraryImport(LibraryName, EntryPoint = "clang_equalCursors"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint equalCursors(CXCursor param0, CXCursor param1);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_isNull"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Cursor_isNull(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_hashCursor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint hashCursor(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorKind"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursorKind getCursorKind(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorKindSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getCursorKindSpelling(CXCursorKind Kind);

    [LibraryImport(LibraryName, EntryPoint = "clang_isDeclaration"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isDeclaration(CXCursorKind param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_isExpression"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isExpression(CXCursorKind param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_isStatement"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isStatement(CXCursorKind param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_isAttribute"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isAttribute(CXCursorKind param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_isInvalid"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isInvalid(CXCursorKind param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_isUnexposed"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isUnexposed(CXCursorKind param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getCursorType(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getCursorSpelling(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorDisplayName"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getCursorDisplayName(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getCursorLocation(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorExtent"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceRange getCursorExtent(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_visitChildren"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint visitChildren(CXCursor parent, delegate* unmanaged[Cdecl]<CXCursor, CXCursor, void*, CXChildVisitResult> visitor, void* client_data);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorReferenced"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCursorReferenced(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorDefinition"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCursorDefinition(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_isCursorDefinition"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint isCursorDefinition(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCanonicalCursor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCanonicalCursor(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorSemanticParent"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCursorSemanticParent(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorLexicalParent"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getCursorLexicalParent(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_getTranslationUnit"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXTranslationUnitImpl* Cursor_getTranslationUnit(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_getStorageClass"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CX_StorageClass Cursor_getStorageClass(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorLinkage"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXLinkageKind getCursorLinkage(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorVisibility"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXVisibilityKind getCursorVisibility(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorTLSKind"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXTLSKind getCursorTLSKind(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_getVarDeclInitializer"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor Cursor_getVarDeclInitializer(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_hasVarDeclGlobalStorage"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Cursor_hasVarDeclGlobalStorage(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_getNumArguments"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Cursor_getNumArguments(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_getArgument"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor Cursor_getArgument(CXCursor C, uint i);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_isVariadic"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_isVariadic(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_isFunctionInlined"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_isFunctionInlined(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_isBitField"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_isBitField(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getFieldDeclBitWidth"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int getFieldDeclBitWidth(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_getOffsetOfField"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Cursor_getOffsetOfField(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_isAnonymous"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_isAnonymous(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_isAnonymousRecordDecl"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_isAnonymousRecordDecl(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_hasAttrs"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Cursor_hasAttrs(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getEnumDeclIntegerType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getEnumDeclIntegerType(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getEnumConstantDeclValue"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long getEnumConstantDeclValue(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getEnumConstantDeclUnsignedValue"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong getEnumConstantDeclUnsignedValue(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTypedefDeclUnderlyingType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getTypedefDeclUnderlyingType(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorBinaryOperatorKind"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXBinaryOperatorKind getCursorBinaryOperatorKind(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_getBinaryOperatorKindSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getBinaryOperatorKindSpelling(CXBinaryOperatorKind kind);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorUnaryOperatorKind"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXUnaryOperatorKind getCursorUnaryOperatorKind(CXCursor cursor);

    [LibraryImport(LibraryName, EntryPoint = "clang_getUnaryOperatorKindSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getUnaryOperatorKindSpelling(CXUnaryOperatorKind kind);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorResultType"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXType getCursorResultType(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorPrintingPolicy"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* getCursorPrintingPolicy(CXCursor param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_PrintingPolicy_dispose"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void PrintingPolicy_dispose(void* Policy);

    [LibraryImport(LibraryName, EntryPoint = "clang_getCursorPrettyPrinted"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getCursorPrettyPrinted(CXCursor Cursor, void* Policy);

    [LibraryImport(LibraryName, EntryPoint = "clang_Cursor_Evaluate"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* Cursor_Evaluate(CXCursor C);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_getKind"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXEvalResultKind EvalResult_getKind(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_getAsInt"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int EvalResult_getAsInt(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_getAsLongLong"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long EvalResult_getAsLongLong(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_isUnsignedInt"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint EvalResult_isUnsignedInt(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_getAsUnsigned"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong EvalResult_getAsUnsigned(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_getAsDouble"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial double EvalResult_getAsDouble(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_getAsStr"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial sbyte* EvalResult_getAsStr(void* E);

    [LibraryImport(LibraryName, EntryPoint = "clang_EvalResult_dispose"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void EvalResult_dispose(void* E);
}
