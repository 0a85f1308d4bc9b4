namespace ClangSharp.Interop;

/// <summary>A file known to a translation unit.</summary>
public unsafe partial struct CXFile(IntPtr handle) : IEquatable<CXFile>
{
    public IntPtr Handle { get; set; } = handle;

    public readonly CXString Name => clang.getFileName(this);

    public override readonly string ToString() => Name.ToString();

    public static explicit operator CXFile(void* value) => new((IntPtr)value);

    public static implicit operator void*(CXFile value) => (void*)value.Handle;

    public static bool operator ==(CXFile left, CXFile right) => clang.File_isEqual(left, right) != 0;

    public static bool operator !=(CXFile left, CXFile right) => clang.File_isEqual(left, right) == 0;

    public override readonly bool Equals(object? obj) => obj is CXFile other && Equals(other);

    public readonly bool Equals(CXFile other) => this == other;

    public override readonly int GetHashCode() => Handle.GetHashCode();
}
