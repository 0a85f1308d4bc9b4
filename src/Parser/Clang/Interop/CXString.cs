namespace ClangSharp.Interop;

/// <summary>A string owned by libclang; whoever receives one disposes it, even after <see cref="ToString"/>.</summary>
public unsafe partial struct CXString : IDisposable
{
    public void* data;
    public uint private_flags;

    public readonly string CString => NativeText.Read(clang.getCString(this));

    public readonly void Dispose() => clang.disposeString(this);

    public override readonly string ToString() => CString;
}
