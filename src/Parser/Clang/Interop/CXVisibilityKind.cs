namespace ClangSharp.Interop;

/// <summary>Who may see a symbol once it is linked.</summary>
public enum CXVisibilityKind
{
    CXVisibility_Invalid,
    CXVisibility_Hidden,
    CXVisibility_Protected,
    CXVisibility_Default,
}
