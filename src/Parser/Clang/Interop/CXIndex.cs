namespace ClangSharp.Interop;

/// <summary>A set of translation units that are parsed with the same settings.</summary>
public unsafe partial struct CXIndex(IntPtr handle) : IDisposable, IEquatable<CXIndex>
{
    public IntPtr Handle { get; set; } = handle;

    public static CXIndex Create(bool excludeDeclarationsFromPch = false, bool displayDiagnostics = false) =>
        (CXIndex)clang.createIndex(excludeDeclarationsFromPch ? 1 : 0, displayDiagnostics ? 1 : 0);

    public readonly void Dispose() => clang.disposeIndex(this);

    public static explicit operator CXIndex(void* value) => new((IntPtr)value);

    public static implicit operator void*(CXIndex value) => (void*)value.Handle;

    public static bool operator ==(CXIndex left, CXIndex right) => left.Handle == right.Handle;

    public static bool operator !=(CXIndex left, CXIndex right) => left.Handle != right.Handle;

    public override readonly bool Equals(object? obj) => obj is CXIndex other && Equals(other);

    public readonly bool Equals(CXIndex other) => this == other;

    public override readonly int GetHashCode() => Handle.GetHashCode();
}
