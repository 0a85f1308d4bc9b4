namespace ClangSharp.Interop;

/// <summary>Why a size, alignment or offset is not known.</summary>
public enum CXTypeLayoutError
{
    CXTypeLayoutError_Invalid = -1,
    CXTypeLayoutError_Incomplete = -2,
    CXTypeLayoutError_Dependent = -3,
    CXTypeLayoutError_NotConstantSize = -4,
    CXTypeLayoutError_InvalidFieldName = -5,
    CXTypeLayoutError_Undeduced = -6,
}
