namespace ClangSharp.Interop;

/// <summary>An array of ranges in native memory, released with <see cref="clang.disposeSourceRangeList"/>.</summary>
public unsafe partial struct CXSourceRangeList
{
    public uint count;
    public CXSourceRange* ranges;
}
