namespace ClangSharp.Interop;

/// <summary>Called for every child of a cursor.</summary>
public unsafe delegate CXChildVisitResult CXCursorVisitor(CXCursor cursor, CXCursor parent, void* client_data);
