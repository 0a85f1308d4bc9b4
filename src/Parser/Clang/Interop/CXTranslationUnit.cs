using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

/// <summary>One parsed source file with everything it includes; the caller disposes it.</summary>
public unsafe partial struct CXTranslationUnit(IntPtr handle) : IDisposable, IEquatable<CXTranslationUnit>
{
    public IntPtr Handle { get; set; } = handle;

    public readonly CXCursor Cursor => clang.getTranslationUnitCursor(this);

    public readonly uint NumDiagnostics => clang.getNumDiagnostics(this);

    public readonly CXSaveTranslationUnit_Flags DefaultSaveOptions => (CXSaveTranslationUnit_Flags)clang.defaultSaveOptions(this);

    public readonly CXString Spelling => clang.getTranslationUnitSpelling(this);

    public static implicit operator CXTranslationUnit(CXTranslationUnitImpl* value) => new((IntPtr)value);

    public static implicit operator CXTranslationUnitImpl*(CXTranslationUnit value) => (CXTranslationUnitImpl*)value.Handle;

    public static bool operator ==(CXTranslationUnit left, CXTranslationUnit right) => left.Handle == right.Handle;

    public static bool operator !=(CXTranslationUnit left, CXTranslationUnit right) => left.Handle != right.Handle;

    public static CXErrorCode TryParse(CXIndex index, string sourceFileName, ReadOnlySpan<string> commandLineArgs, ReadOnlySpan<CXUnsavedFile> unsavedFiles, CXTranslationUnit_Flags options, out CXTranslationUnit translationUnit)
    {
        var fileName = NativeText.Allocate(sourceFileName, out _);
        var arguments = stackalloc sbyte*[commandLineArgs.Length];
        for (var i = 0; i < commandLineArgs.Length; i++)
        {
            arguments[i] = NativeText.Allocate(commandLineArgs[i], out _);
        }

        CXTranslationUnitImpl* parsed = null;
        CXErrorCode outcome;
        fixed (CXUnsavedFile* files = unsavedFiles)
        {
            outcome = clang.parseTranslationUnit2(index, fileName, arguments, commandLineArgs.Length, files, (uint)unsavedFiles.Length, (uint)options, &parsed);
        }

        for (var i = 0; i < commandLineArgs.Length; i++)
        {
            NativeMemory.Free(arguments[i]);
        }

        NativeMemory.Free(fileName);
        translationUnit = parsed;
        return outcome;
    }

    public readonly CXDiagnostic GetDiagnostic(uint index) => (CXDiagnostic)clang.getDiagnostic(this, index);

    public readonly CXFile GetFile(string fileName)
    {
        var name = NativeText.Allocate(fileName, out _);
        var file = (CXFile)clang.getFile(this, name);
        NativeMemory.Free(name);
        return file;
    }

    public readonly CXSourceLocation GetLocation(CXFile file, uint line, uint column) => clang.getLocation(this, file, line, column);

    public readonly CXSourceLocation GetLocationForOffset(CXFile file, uint offset) => clang.getLocationForOffset(this, file, offset);

    /// <summary>The ranges the preprocessor left out; released with <see cref="clang.disposeSourceRangeList"/>.</summary>
    public readonly CXSourceRangeList* GetSkippedRanges(CXFile file) => clang.getSkippedRanges(this, file);

    public readonly CXSaveError Save(string fileName, CXSaveTranslationUnit_Flags options)
    {
        var name = NativeText.Allocate(fileName, out _);
        var outcome = (CXSaveError)clang.saveTranslationUnit(this, name, (uint)options);
        NativeMemory.Free(name);
        return outcome;
    }

    public void Dispose()
    {
        if (Handle != IntPtr.Zero)
        {
            clang.disposeTranslationUnit(this);
            Handle = IntPtr.Zero;
        }
    }

    public override readonly bool Equals(object? obj) => obj is CXTranslationUnit other && Equals(other);

    public readonly bool Equals(CXTranslationUnit other) => this == other;

    public override readonly int GetHashCode() => Handle.GetHashCode();

    public override readonly string ToString() => Spelling.ToString();
}
