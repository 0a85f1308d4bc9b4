using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXCursorKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private const string InstructionSetPrefix = "isa:";

    private readonly Dictionary<CXCursor, Symbol> _symbols = [];

    /// <summary>One symbol per entity, however often it is declared.</summary>
    private Symbol SymbolOf(CXCursor declaration)
    {
        var canonical = clang.getCanonicalCursor(declaration);
        if (!_symbols.TryGetValue(canonical, out var symbol))
        {
            symbol = MakeSymbol(canonical);
            _symbols[canonical] = symbol;
        }

        return symbol;
    }

    private Symbol MakeSymbol(CXCursor cursor)
    {
        var kind = cursor.Kind switch
        {
            CXCursor_FunctionDecl => SymbolKind.Function,
            CXCursor_ParmDecl => SymbolKind.Parameter,
            CXCursor_EnumConstantDecl => SymbolKind.EnumerationConstant,
            _ => SymbolKind.Variable,
        };
        var origin = OriginOf(cursor);
        if (kind == SymbolKind.Function && origin == SymbolOrigin.Kernel && IsImplicitlyDeclared(cursor))
        {
            origin = SymbolOrigin.Undeclared;
        }

        return new(Cursors.Name(cursor), kind, kind == SymbolKind.Parameter ? Adjusted(TypeOf(cursor)) : TypeOf(cursor), StorageOf(cursor, kind), origin, SpanOf(cursor.Location))
        {
            ConstantValue = kind == SymbolKind.EnumerationConstant ? clang.getEnumConstantDeclValue(cursor) : 0,
            InstructionSet = origin == SymbolOrigin.Library && kind == SymbolKind.Function ? InstructionSetOf(cursor) : "",
            IsInternal = clang.Cursor_getStorageClass(cursor) == CX_StorageClass.CX_SC_Static,
        };
    }

    /// <summary>A parameter declared as an array is a pointer (C17 6.7.6.3 paragraph 7).</summary>
    private static CType Adjusted(CType type) => type switch
    {
        CType.Array array => new CType.Pointer(array.Element, array.Qualifiers),
        CType.VariableArray array => new CType.Pointer(array.Element, array.Qualifiers),
        _ => type,
    };

    /// <summary>A call to an undeclared function makes a declaration with no extent of its own: it is just the name called.</summary>
    private static bool IsImplicitlyDeclared(CXCursor cursor)
    {
        cursor.Extent.Start.GetExpansionLocation(out _, out _, out _, out var start);
        cursor.Location.GetExpansionLocation(out _, out _, out _, out var name);
        return start == name;
    }

    private static StorageKind StorageOf(CXCursor cursor, SymbolKind kind) =>
        clang.getCursorTLSKind(cursor) != CXTLSKind.CXTLS_None ? StorageKind.ThreadLocal
        : clang.Cursor_getStorageClass(cursor) switch
        {
            CX_StorageClass.CX_SC_Static => StorageKind.Static,
            CX_StorageClass.CX_SC_Extern => StorageKind.External,
            _ when kind == SymbolKind.Function || IsAtFileScope(cursor) => StorageKind.External,
            _ => StorageKind.Automatic,
        };

    private static bool IsAtFileScope(CXCursor cursor) => cursor.SemanticParent.Kind == CXCursor_TranslationUnit;

    private static string InstructionSetOf(CXCursor cursor) =>
        Cursors.Children(cursor)
            .Where(child => child.Kind == CXCursor_AnnotateAttr)
            .Select(Cursors.Name)
            .Where(annotation => annotation.StartsWith(InstructionSetPrefix, StringComparison.Ordinal))
            .Select(annotation => annotation[InstructionSetPrefix.Length..])
            .FirstOrDefault("");
}
