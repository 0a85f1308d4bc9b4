using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ClangSharp.Interop;

namespace HpcVerify.Parser.Clang;

/// <summary>The few questions the translator asks of libclang cursors, answered as plain values.</summary>
internal static unsafe class Cursors
{
    public static List<CXCursor> Children(CXCursor cursor)
    {
        var children = new List<CXCursor>();
        var handle = GCHandle.Alloc(children);
        _ = clang.visitChildren(cursor, &Collect, (void*)GCHandle.ToIntPtr(handle));
        handle.Free();
        return children;
    }

    /// <summary>Every mention of a name below a cursor, in expressions, types and extents alike.</summary>
    public static List<CXCursor> Mentions(CXCursor cursor)
    {
        var mentions = new List<CXCursor>();
        var handle = GCHandle.Alloc(mentions);
        _ = clang.visitChildren(cursor, &CollectMention, (void*)GCHandle.ToIntPtr(handle));
        handle.Free();
        return mentions;
    }

    public static string Name(CXCursor cursor)
    {
        using var spelling = cursor.Spelling;
        return spelling.ToString();
    }

    public static string Spelling(CXType type)
    {
        using var spelling = type.Spelling;
        return spelling.ToString();
    }

    /// <summary>The parts of a record in order: its fields, and C11's records inside it that have no name.</summary>
    public static List<CXCursor> Members(CXCursor record) =>
        [.. Children(record).Where(child => child.Kind == CXCursorKind.CXCursor_FieldDecl || IsUnnamedMember(child))];

    public static bool IsUnnamedMember(CXCursor cursor) => clang.Cursor_isAnonymousRecordDecl(cursor) != 0;

    public static bool IsExpression(CXCursorKind kind) => clang.isExpression(kind) != 0;

    public static bool IsAttribute(CXCursorKind kind) => clang.isAttribute(kind) != 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CXChildVisitResult CollectMention(CXCursor cursor, CXCursor parent, void* mentions)
    {
        if (cursor.Kind == CXCursorKind.CXCursor_DeclRefExpr)
        {
            ((List<CXCursor>)GCHandle.FromIntPtr((nint)mentions).Target!).Add(cursor);
        }

        return CXChildVisitResult.CXChildVisit_Recurse;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CXChildVisitResult Collect(CXCursor cursor, CXCursor parent, void* children)
    {
        var list = (List<CXCursor>)GCHandle.FromIntPtr((nint)children).Target!;
        list.Add(cursor);
        return CXChildVisitResult.CXChildVisit_Continue;
    }
}
