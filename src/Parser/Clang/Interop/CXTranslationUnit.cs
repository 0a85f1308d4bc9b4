using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

public unsafe struct CXIndex(nint handle) : IDisposable
{
    public nint Handle { get; set; } = handle;

    public static CXIndex Create(bool excludeDeclarationsFromPch = false, bool displayDiagnostics = false) =>
        new((nint)clang.createIndex(excludeDeclarationsFromPch ? 1 : 0, displayDiagnostics ? 1 : 0));

    public void Dispose()
    {
        clang.disposeIndex((void*)Handle);
        Handle = 0;
    }
}

public unsafe struct CXTranslationUnit(nint handle) : IDisposable
{
    public nint Handle { get; set; } = handle;

    public readonly CXCursor Cursor => clang.getTranslationUnitCursor((CXTranslationUnitImpl*)Handle);

    public readonly uint NumDiagnostics => clang.getNumDiagnostics((CXTranslationUnitImpl*)Handle);

    public static CXErrorCode TryParse(
        CXIndex index,
        string sourceFileName,
        ReadOnlySpan<string> commandLineArgs,
        ReadOnlySpan<CXUnsavedFile> unsavedFiles,
        CXTranslationUnit_Flags options,
        out CXTranslationUnit translationUnit)
    {
        var name = (sbyte*)Marshal.StringToCoTaskMemUTF8(sourceFileName);
        var arguments = stackalloc sbyte*[commandLineArgs.Length];
        for (var argument = 0; argument < commandLineArgs.Length; argument++)
        {
            arguments[argument] = (sbyte*)Marshal.StringToCoTaskMemUTF8(commandLineArgs[argument]);
        }

        try
        {
            CXTranslationUnitImpl* unit;
            fixed (CXUnsavedFile* files = unsavedFiles)
            {
                var error = clang.parseTranslationUnit2(
                    (void*)index.Handle, name, arguments, commandLineArgs.Length, files, (uint)unsavedFiles.Length, (uint)options, &unit);
                translationUnit = new((nint)unit);
                return error;
            }
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)name);
            for (var argument = 0; argument < commandLineArgs.Length; argument++)
            {
                Marshal.FreeCoTaskMem((nint)arguments[argument]);
            }
        }
    }

    public readonly CXDiagnostic GetDiagnostic(uint index) => new((nint)clang.getDiagnostic((CXTranslationUnitImpl*)Handle, index));

    public readonly CXFile GetFile(string fileName)
    {
        var name = (sbyte*)Marshal.StringToCoTaskMemUTF8(fileName);
        var file = clang.getFile((CXTranslationUnitImpl*)Handle, name);
        Marshal.FreeCoTaskMem((nint)name);
        return new((nint)file);
    }

    public readonly CXSaveError Save(string fileName, uint options)
    {
        var name = (sbyte*)Marshal.StringToCoTaskMemUTF8(fileName);
        var error = clang.saveTranslationUnit((CXTranslationUnitImpl*)Handle, name, options);
        Marshal.FreeCoTaskMem((nint)name);
        return (CXSaveError)error;
    }

    public void Dispose()
    {
        clang.disposeTranslationUnit((CXTranslationUnitImpl*)Handle);
        Handle = 0;
    }
}
