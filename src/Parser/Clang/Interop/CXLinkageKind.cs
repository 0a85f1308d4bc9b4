namespace ClangSharp.Interop;

/// <summary>The constants of <c>enum CXLinkageKind</c> in clang-c.</summary>
public enum CXLinkageKind
{
    CXLinkage_Invalid,
    CXLinkage_NoLinkage,
    CXLinkage_Internal,
    CXLinkage_UniqueExternal,
    CXLinkage_External,
}
