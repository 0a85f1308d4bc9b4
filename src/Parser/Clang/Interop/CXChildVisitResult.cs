namespace ClangSharp.Interop;

/// <summary>What a visitor wants to see next.</summary>
public enum CXChildVisitResult
{
    CXChildVisit_Break,
    CXChildVisit_Continue,
    CXChildVisit_Recurse,
}
