namespace ClangSharp.Interop;

/// <summary>The untyped argument that a visit passes on to its visitor.</summary>
public unsafe partial struct CXClientData(IntPtr handle) : IEquatable<CXClientData>
{
    public IntPtr Handle { get; set; } = handle;

    public static explicit operator CXClientData(void* value) => new((IntPtr)value);

    public static implicit operator void*(CXClientData value) => (void*)value.Handle;

    public static bool operator ==(CXClientData left, CXClientData right) => left.Handle == right.Handle;

    public static bool operator !=(CXClientData left, CXClientData right) => left.Handle != right.Handle;

    public override readonly bool Equals(object? obj) => obj is CXClientData other && Equals(other);

    public readonly bool Equals(CXClientData other) => this == other;

    public override readonly int GetHashCode() => Handle.GetHashCode();
}
