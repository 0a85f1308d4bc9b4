using System.Runtime.CompilerServices;

namespace ClangSharp.Interop;

/// <summary>A position in the source: where text was written, and where macros put it.</summary>
public unsafe partial struct CXSourceLocation : IEquatable<CXSourceLocation>
{
    public _ptr_data_e__FixedBuffer ptr_data;
    public uint int_data;

    public static CXSourceLocation Null => clang.getNullLocation();

    public readonly bool IsFromMainFile => clang.Location_isFromMainFile(this) != 0;

    public readonly bool IsInSystemHeader => clang.Location_isInSystemHeader(this) != 0;

    public static bool operator ==(CXSourceLocation left, CXSourceLocation right) => clang.equalLocations(left, right) != 0;

    public static bool operator !=(CXSourceLocation left, CXSourceLocation right) => clang.equalLocations(left, right) == 0;

    public override readonly bool Equals(object? obj) => obj is CXSourceLocation other && Equals(other);

    public readonly bool Equals(CXSourceLocation other) => this == other;

    public override readonly int GetHashCode() => HashCode.Combine((nint)ptr_data.e0, (nint)ptr_data.e1, int_data);

    public readonly void GetExpansionLocation(out CXFile file, out uint line, out uint column, out uint offset)
    {
        fixed (CXFile* pFile = &file)
        fixed (uint* pLine = &line, pColumn = &column, pOffset = &offset)
        {
            clang.getExpansionLocation(this, (void**)pFile, pLine, pColumn, pOffset);
        }
    }

    public readonly void GetSpellingLocation(out CXFile file, out uint line, out uint column, out uint offset)
    {
        fixed (CXFile* pFile = &file)
        fixed (uint* pLine = &line, pColumn = &column, pOffset = &offset)
        {
            clang.getSpellingLocation(this, (void**)pFile, pLine, pColumn, pOffset);
        }
    }

    public readonly void GetFileLocation(out CXFile file, out uint line, out uint column, out uint offset)
    {
        fixed (CXFile* pFile = &file)
        fixed (uint* pLine = &line, pColumn = &column, pOffset = &offset)
        {
            clang.getFileLocation(this, (void**)pFile, pLine, pColumn, pOffset);
        }
    }

    public readonly void GetPresumedLocation(out CXString fileName, out uint line, out uint column)
    {
        fixed (CXString* pFileName = &fileName)
        fixed (uint* pLine = &line, pColumn = &column)
        {
            clang.getPresumedLocation(this, pFileName, pLine, pColumn);
        }
    }

    /// <summary>Two words private to libclang.</summary>
    public unsafe partial struct _ptr_data_e__FixedBuffer
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
