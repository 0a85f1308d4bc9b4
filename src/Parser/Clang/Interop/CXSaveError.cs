namespace ClangSharp.Interop;

/// <summary>The constants of <c>enum CXSaveError</c> in clang-c.</summary>
public enum CXSaveError
{
    CXSaveError_None = 0,
    CXSaveError_Unknown = 1,
    CXSaveError_TranslationErrors = 2,
    CXSaveError_InvalidTU = 3,
}
