namespace ClangSharp.Interop;

/// <summary>The constants of <c>enum CXTLSKind</c> in clang-c.</summary>
public enum CXTLSKind
{
    CXTLS_None = 0,
    CXTLS_Dynamic,
    CXTLS_Static,
}
