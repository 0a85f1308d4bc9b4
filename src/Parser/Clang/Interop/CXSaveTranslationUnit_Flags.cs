namespace ClangSharp.Interop;

/// <summary>Options for saving a translation unit.</summary>
[Flags]
public enum CXSaveTranslationUnit_Flags
{
    CXSaveTranslationUnit_None = 0x0,
}
