namespace ClangSharp.Interop;

/// <summary>How a variable is stored per thread.</summary>
public enum CXTLSKind
{
    CXTLS_None = 0,
    CXTLS_Dynamic,
    CXTLS_Static,
}
