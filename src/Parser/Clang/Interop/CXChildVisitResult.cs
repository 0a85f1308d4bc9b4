namespace ClangSharp.Interop;

/// <summary>The constants of <c>enum CXChildVisitResult</c> in clang-c.</summary>
public enum CXChildVisitResult
{
    CXChildVisit_Break,
    CXChildVisit_Continue,
    CXChildVisit_Recurse,
}
