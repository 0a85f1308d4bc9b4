using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

public static unsafe partial class @clang
{
    [LibraryImport(LibraryName, EntryPoint = "clang_getCString"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial sbyte* getCString(CXString @string);

    [LibraryImport(LibraryName, EntryPoint = "clang_disposeString"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeString(CXString @string);

    [LibraryImport(LibraryName, EntryPoint = "clang_getClangVersion"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getClangVersion();

    [LibraryImport(LibraryName, EntryPoint = "clang_toggleCrashRecovery"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void toggleCrashRecovery(uint isEnabled);

    [LibraryImport(LibraryName, EntryPoint = "clang_createIndex"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* createIndex(int excludeDeclarationsFromPCH, int displayDiagnostics);

    [LibraryImport(LibraryName, EntryPoint = "clang_disposeIndex"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeIndex(void* index);

    [LibraryImport(LibraryName, EntryPoint = "clang_parseTranslationUnit2"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXErrorCode parseTranslationUnit2(void* CIdx, sbyte* source_filename, sbyte** command_line_args, int num_command_line_args, CXUnsavedFile* unsaved_files, uint num_unsaved_files, uint options, CXTranslationUnitImpl** out_TU);

    [LibraryImport(LibraryName, EntryPoint = "clang_disposeTranslationUnit"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeTranslationUnit(CXTranslationUnitImpl* param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_saveTranslationUnit"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int saveTranslationUnit(CXTranslationUnitImpl* TU, sbyte* FileName, uint options);

    [LibraryImport(LibraryName, EntryPoint = "clang_defaultSaveOptions"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint defaultSaveOptions(CXTranslationUnitImpl* TU);

    [LibraryImport(LibraryName, EntryPoint = "clang_createTranslationUnit2"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXErrorCode createTranslationUnit2(void* CIdx, sbyte* ast_filename, CXTranslationUnitImpl** out_TU);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTranslationUnitCursor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXCursor getTranslationUnitCursor(CXTranslationUnitImpl* param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getTranslationUnitSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getTranslationUnitSpelling(CXTranslationUnitImpl* CTUnit);

    [LibraryImport(LibraryName, EntryPoint = "clang_getNumDiagnostics"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint getNumDiagnostics(CXTranslationUnitImpl* Unit);

    [LibraryImport(LibraryName, EntryPoint = "clang_getDiagnostic"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* getDiagnostic(CXTranslationUnitImpl* Unit, uint Index);

    [LibraryImport(LibraryName, EntryPoint = "clang_getFile"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* getFile(CXTranslationUnitImpl* tu, sbyte* file_name);

    [LibraryImport(LibraryName, EntryPoint = "clang_getFileName"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getFileName(void* SFile);

    [LibraryImport(LibraryName, EntryPoint = "clang_File_isEqual"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int File_isEqual(void* file1, void* file2);

    [LibraryImport(LibraryName, EntryPoint = "clang_getFileContents"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial sbyte* getFileContents(CXTranslationUnitImpl* tu, void* file, nuint* size);

    [LibraryImport(LibraryName, EntryPoint = "clang_getSkippedRanges"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceRangeList* getSkippedRanges(CXTranslationUnitImpl* tu, void* file);

    [LibraryImport(LibraryName, EntryPoint = "clang_getAllSkippedRanges"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceRangeList* getAllSkippedRanges(CXTranslationUnitImpl* tu);

    [LibraryImport(LibraryName, EntryPoint = "clang_disposeSourceRangeList"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeSourceRangeList(CXSourceRangeList* ranges);

    [LibraryImport(LibraryName, EntryPoint = "clang_getInclusions"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getInclusions(CXTranslationUnitImpl* tu, delegate* unmanaged[Cdecl]<void*, CXSourceLocation*, uint, void*, void> visitor, void* client_data);
}
