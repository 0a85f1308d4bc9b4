using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

/// <summary>A file that is parsed from memory; the caller disposes it after the parse.</summary>
public unsafe partial struct CXUnsavedFile : IDisposable
{
    public sbyte* Filename;
    public sbyte* Contents;
    public nuint Length;

    public static CXUnsavedFile Create(string filename, string contents) => new()
    {
        Filename = NativeText.Allocate(filename, out _),
        Contents = NativeText.Allocate(contents, out var length),
        Length = length,
    };

    public void Dispose()
    {
        NativeMemory.Free(Filename);
        NativeMemory.Free(Contents);
        this = default;
    }
}
