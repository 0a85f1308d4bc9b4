using System.Runtime.InteropServices;
using System.Text;

namespace ClangSharp.Interop;

/// <summary>A translation unit as libclang holds it.</summary>
public struct CXTranslationUnitImpl;

public unsafe struct CXString : IDisposable
{
    public void* data;
    public uint private_flags;

    public readonly string CString => Marshal.PtrToStringUTF8((nint)clang.getCString(this)) ?? string.Empty;

    public readonly void Dispose() => clang.disposeString(this);

    public override readonly string ToString() => CString;
}

public unsafe struct CXUnsavedFile : IDisposable
{
    public sbyte* Filename;
    public sbyte* Contents;
    public nuint Length;

    public static CXUnsavedFile Create(string filename, string contents) => new()
    {
        Filename = Copy(filename, out _),
        Contents = Copy(contents, out var length),
        Length = length,
    };

    public void Dispose()
    {
        NativeMemory.Free(Filename);
        NativeMemory.Free(Contents);
        this = default;
    }

    private static sbyte* Copy(string text, out nuint length)
    {
        length = (nuint)Encoding.UTF8.GetByteCount(text);
        var copy = (sbyte*)NativeMemory.Alloc(length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, (int)length));
        copy[length] = 0;
        return copy;
    }
}

public unsafe struct CXFile(nint handle)
{
    public nint Handle { get; set; } = handle;

    public readonly CXString Name => clang.getFileName((void*)Handle);
}

public unsafe struct CXSourceLocation
{
    public void* ptr_data0;
    public void* ptr_data1;
    public uint int_data;

    public readonly void GetExpansionLocation(out CXFile file, out uint line, out uint column, out uint offset)
    {
        void* handle;
        fixed (uint* pLine = &line, pColumn = &column, pOffset = &offset)
        {
            clang.getExpansionLocation(this, &handle, pLine, pColumn, pOffset);
        }

        file = new((nint)handle);
    }

    public readonly void GetSpellingLocation(out CXFile file, out uint line, out uint column, out uint offset)
    {
        void* handle;
        fixed (uint* pLine = &line, pColumn = &column, pOffset = &offset)
        {
            clang.getSpellingLocation(this, &handle, pLine, pColumn, pOffset);
        }

        file = new((nint)handle);
    }
}

public unsafe struct CXSourceRange : IEquatable<CXSourceRange>
{
    public void* ptr_data0;
    public void* ptr_data1;
    public uint begin_int_data;
    public uint end_int_data;

    public readonly CXSourceLocation Start => clang.getRangeStart(this);

    public readonly CXSourceLocation End => clang.getRangeEnd(this);

    public readonly bool Equals(CXSourceRange other) => clang.equalRanges(this, other) != 0;

    public override readonly bool Equals(object? obj) => obj is CXSourceRange other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(begin_int_data, end_int_data);
}

public unsafe struct CXDiagnostic(nint handle) : IDisposable
{
    public nint Handle { get; set; } = handle;

    public readonly CXDiagnosticSeverity Severity => clang.getDiagnosticSeverity((void*)Handle);

    public readonly CXString Spelling => clang.getDiagnosticSpelling((void*)Handle);

    public readonly CXSourceLocation Location => clang.getDiagnosticLocation((void*)Handle);

    public void Dispose()
    {
        clang.disposeDiagnostic((void*)Handle);
        Handle = 0;
    }
}

public unsafe struct CXEvalResult(nint handle) : IDisposable
{
    public nint Handle { get; set; } = handle;

    public readonly CXEvalResultKind Kind => Handle == 0 ? CXEvalResultKind.CXEval_UnExposed : clang.EvalResult_getKind((void*)Handle);

    public readonly long AsLongLong => clang.EvalResult_getAsLongLong((void*)Handle);

    public readonly ulong AsUnsigned => clang.EvalResult_getAsUnsigned((void*)Handle);

    public readonly bool IsUnsignedInt => clang.EvalResult_isUnsignedInt((void*)Handle) != 0;

    public readonly double AsDouble => clang.EvalResult_getAsDouble((void*)Handle);

    public readonly string AsStr => Marshal.PtrToStringUTF8((nint)clang.EvalResult_getAsStr((void*)Handle)) ?? string.Empty;

    public void Dispose()
    {
        if (Handle != 0)
        {
            clang.EvalResult_dispose((void*)Handle);
            Handle = 0;
        }
    }
}
