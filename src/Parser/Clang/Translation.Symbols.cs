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

        return new(Cursors.Name(cursor), kind, kind == SymbolKind.Parameter ? ParameterType(cursor) : TypeOf(cursor), StorageOf(cursor, kind), origin, SpanOf(cursor.Location))
        {
            ConstantValue = kind == SymbolKind.EnumerationConstant ? clang.getEnumConstantDeclValue(cursor) : 0,
            InstructionSet = origin == SymbolOrigin.Library && kind == SymbolKind.Function ? InstructionSetOf(cursor) : "",
            IsDeclaredExtern = clang.Cursor_getStorageClass(cursor) == CX_StorageClass.CX_SC_Extern,
            IsInternal = clang.Cursor_getStorageClass(cursor) == CX_StorageClass.CX_SC_Static,
        };
    }

    /// <summary>A parameter declared as an array is a pointer, qualified as its brackets say (C17 6.7.6.3p7).</summary>
    private CType ParameterType(CXCursor cursor) => TypeOf(cursor) switch
    {
        CType.Array { Count: null } array => new CType.Pointer(array.Element, HasPlainBrackets(cursor) ? Qualifiers.None : Qualifiers.Restrict),
        CType.Array array => new CType.Pointer(array.Element, QualifiersInBrackets(cursor.Type)),
        CType.VariableArray array => new CType.Pointer(array.Element, QualifiersInBrackets(cursor.Type)),
        var type => type,
    };

    /// <summary>
    /// The compiler does not even print what stands in brackets without an extent. Whatever is not seen to be nothing counts
    /// as a promise, which then has to be proved. A typedef's brackets can hold nothing (C17 6.7.6.2p1).
    /// </summary>
    private bool HasPlainBrackets(CXCursor parameter)
    {
        var (start, end) = (SpelledOffset(parameter.Extent.Start), SpelledOffset(parameter.Extent.End));
        var written = start >= 0 && end > start ? rewritten.Code[start..end] : "";
        var (open, close) = (written.IndexOf('[', StringComparison.Ordinal), written.IndexOf(']', StringComparison.Ordinal));
        return parameter.Type.kind is CXTypeKind.CXType_Elaborated or CXTypeKind.CXType_Typedef
            || (open >= 0 && close > open && written.AsSpan(open + 1, close - open - 1).IsWhiteSpace());
    }

    /// <summary>libclang shows them nowhere but in the type as the compiler prints it: <c>double[restrict n]</c>.</summary>
    private static Qualifiers QualifiersInBrackets(CXType type)
    {
        var words = Cursors.Spelling(type).Split('[', ']').ElementAtOrDefault(1)?.Split(' ') ?? [];
        return (words.Contains("const") ? Qualifiers.Const : Qualifiers.None)
            | (words.Contains("volatile") ? Qualifiers.Volatile : Qualifiers.None)
            | (words.Contains("restrict") || words.Contains("__restrict") ? Qualifiers.Restrict : Qualifiers.None);
    }

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
