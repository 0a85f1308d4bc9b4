using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

public static unsafe partial class @clang
{
    [LibraryImport(LibraryName, EntryPoint = "clang_getNullLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getNullLocation();

    [LibraryImport(LibraryName, EntryPoint = "clang_equalLocations"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint equalLocations(CXSourceLocation loc1, CXSourceLocation loc2);

    [LibraryImport(LibraryName, EntryPoint = "clang_Location_isInSystemHeader"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Location_isInSystemHeader(CXSourceLocation location);

    [LibraryImport(LibraryName, EntryPoint = "clang_Location_isFromMainFile"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Location_isFromMainFile(CXSourceLocation location);

    [LibraryImport(LibraryName, EntryPoint = "clang_getExpansionLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getExpansionLocation(CXSourceLocation location, void** file, uint* line, uint* column, uint* offset);

    [LibraryImport(LibraryName, EntryPoint = "clang_getSpellingLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getSpellingLocation(CXSourceLocation location, void** file, uint* line, uint* column, uint* offset);

    [LibraryImport(LibraryName, EntryPoint = "clang_getFileLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getFileLocation(CXSourceLocation location, void** file, uint* line, uint* column, uint* offset);

    [LibraryImport(LibraryName, EntryPoint = "clang_getPresumedLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void getPresumedLocation(CXSourceLocation location, CXString* filename, uint* line, uint* column);

    [LibraryImport(LibraryName, EntryPoint = "clang_getLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getLocation(CXTranslationUnitImpl* tu, void* file, uint line, uint column);

    [LibraryImport(LibraryName, EntryPoint = "clang_getLocationForOffset"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getLocationForOffset(CXTranslationUnitImpl* tu, void* file, uint offset);

    [LibraryImport(LibraryName, EntryPoint = "clang_getNullRange"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceRange getNullRange();

    [LibraryImport(LibraryName, EntryPoint = "clang_getRange"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceRange getRange(CXSourceLocation begin, CXSourceLocation end);

    [LibraryImport(LibraryName, EntryPoint = "clang_equalRanges"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint equalRanges(CXSourceRange range1, CXSourceRange range2);

    [LibraryImport(LibraryName, EntryPoint = "clang_Range_isNull"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Range_isNull(CXSourceRange range);

    [LibraryImport(LibraryName, EntryPoint = "clang_getRangeStart"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getRangeStart(CXSourceRange range);

    [LibraryImport(LibraryName, EntryPoint = "clang_getRangeEnd"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getRangeEnd(CXSourceRange range);

    [LibraryImport(LibraryName, EntryPoint = "clang_getDiagnosticSeverity"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXDiagnosticSeverity getDiagnosticSeverity(void* param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getDiagnosticSpelling"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getDiagnosticSpelling(void* param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getDiagnosticLocation"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXSourceLocation getDiagnosticLocation(void* param0);

    [LibraryImport(LibraryName, EntryPoint = "clang_getDiagnosticOption"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString getDiagnosticOption(void* Diag, CXString* Disable);

    [LibraryImport(LibraryName, EntryPoint = "clang_formatDiagnostic"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial CXString formatDiagnostic(void* Diagnostic, uint Options);

    [LibraryImport(LibraryName, EntryPoint = "clang_defaultDiagnosticDisplayOptions"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint defaultDiagnosticDisplayOptions();

    [LibraryImport(LibraryName, EntryPoint = "clang_disposeDiagnostic"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void disposeDiagnostic(void* Diagnostic);
}
