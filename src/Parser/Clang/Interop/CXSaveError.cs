namespace ClangSharp.Interop;

/// <summary>The outcome of saving a translation unit.</summary>
public enum CXSaveError
{
    CXSaveError_None = 0,
    CXSaveError_Unknown = 1,
    CXSaveError_TranslationErrors = 2,
    CXSaveError_InvalidTU = 3,
}
