using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// One walk over libclang's cursors that copies them into a <see cref="SyntaxTree"/>; no handle outlives it.
/// Spans are mapped back through the pragma rewriting to the file as it was given.
/// </summary>
internal sealed unsafe partial class Translation(RewrittenSource rewritten, CXFile mainFile, string libraryDirectory)
{
    /// <summary>Deeper syntax than any kernel has; it protects every later recursive stage.</summary>
    private const int MaximumDepth = 1_000;

    private static readonly Rule UnsupportedSyntax = new(
        "HV9003", Severity.Warning, "Syntax outside the model", "{0} is not modelled",
        "The file uses C that the front end does not model. It is kept as an explicit node, and nothing will ever be proved of it.");

    private readonly Dictionary<nint, SymbolOrigin> _originOfFile = [];
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private int _depth;

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    public ImmutableArray<Declaration> TranslateUnit(CXCursor unit) =>
    [
        .. Cursors.Children(unit)
            .Where(cursor => OriginOf(cursor) == SymbolOrigin.Kernel)
            .SelectMany(TranslateDeclaration),
    ];

    /// <summary>
    /// Every place that names a function, found without regard to the tree: also where the tree keeps no expressions, as in
    /// the extents of parameters and the operands of <c>typeof</c>.
    /// </summary>
    public ImmutableArray<FunctionMention> MentionsIn(CXCursor unit) =>
    [
        .. from top in Cursors.Children(unit)
           where OriginOf(top) == SymbolOrigin.Kernel
           from mention in Cursors.Mentions(top)
           let referenced = clang.getCursorReferenced(mention)
           where referenced.Kind == CXCursorKind.CXCursor_FunctionDecl
           let symbol = SymbolOf(referenced)
           where !symbol.Name.StartsWith("__hv_", StringComparison.Ordinal)
           select new FunctionMention(symbol, SpanOf(mention)),
    ];

    /// <summary>The bodies of all model functions that a call in the file can come to.</summary>
    public ImmutableArray<Declaration> LibraryOf(CXCursor unit)
    {
        var seen = new HashSet<CXCursor>();
        var found = ImmutableArray.CreateBuilder<Declaration>();
        var pending = new Stack<CXCursor>(Cursors.Children(unit).Where(top => OriginOf(top) == SymbolOrigin.Kernel));
        while (pending.TryPop(out var holder))
        {
            foreach (var function in Cursors.Mentions(holder).Select(mention => clang.getCursorReferenced(mention)))
            {
                if (function.Kind != CXCursorKind.CXCursor_FunctionDecl || OriginOf(function) != SymbolOrigin.Library
                    || !seen.Add(clang.getCanonicalCursor(function)))
                {
                    continue;
                }

                var definition = clang.getCursorDefinition(function);
                if (!definition.IsNull)
                {
                    found.Add(Function(definition));
                    pending.Push(definition);
                }
            }
        }

        return found.ToImmutable();
    }

    private TextSpan SpanOf(CXCursor cursor)
    {
        var extent = cursor.Extent;
        return SpanBetween(extent.Start, extent.End);
    }

    private TextSpan SpanOf(CXSourceLocation location) => SpanBetween(location, location);

    private TextSpan SpanBetween(CXSourceLocation first, CXSourceLocation last)
    {
        first.GetExpansionLocation(out var file, out _, out _, out var start);
        if (file.Handle != mainFile.Handle)
        {
            return default;
        }

        last.GetExpansionLocation(out _, out _, out _, out var end);
        return TextSpan.FromBounds(rewritten.OffsetMap.ToOriginal((int)start), rewritten.OffsetMap.ToOriginal((int)end));
    }

    /// <summary>Where the first token of a cursor is spelled, which for a macro is its definition; -1 outside the file.</summary>
    private int SpelledOffset(CXSourceLocation location)
    {
        location.GetSpellingLocation(out var file, out _, out _, out var offset);
        return file.Handle == mainFile.Handle ? (int)offset : -1;
    }

    private SymbolOrigin OriginOf(CXCursor cursor)
    {
        cursor.Location.GetExpansionLocation(out var file, out _, out _, out _);
        if (file.Handle == mainFile.Handle)
        {
            return SymbolOrigin.Kernel;
        }

        if (file.Handle == 0)
        {
            return SymbolOrigin.Compiler;
        }

        if (!_originOfFile.TryGetValue(file.Handle, out var origin))
        {
            using var name = file.Name;
            origin = name.ToString().StartsWith(libraryDirectory, StringComparison.Ordinal) ? SymbolOrigin.Library : SymbolOrigin.Compiler;
            _originOfFile[file.Handle] = origin;
        }

        return origin;
    }

    private T Nested<T>(TextSpan span, Func<T> translate, Func<string, T> unsupported)
    {
        if (_depth >= MaximumDepth)
        {
            return unsupported(Report(span, $"nesting deeper than {MaximumDepth} levels"));
        }

        _depth++;
        var result = translate();
        _depth--;
        return result;
    }

    private string Report(TextSpan span, string construct)
    {
        _diagnostics.Add(UnsupportedSyntax.At(span, construct));
        return construct;
    }

    private Expression.Unsupported UnsupportedExpression(CXCursor cursor, string construct) =>
        new(
            Report(SpanOf(cursor), construct),
            [.. Cursors.Children(cursor).Where(child => Cursors.IsExpression(child.Kind)).Select(TranslateExpression)],
            TypeOf(cursor),
            SpanOf(cursor));

    private Statement.Unsupported UnsupportedStatement(CXCursor cursor, string construct) =>
        new(
            Report(SpanOf(cursor), construct),
            [.. Cursors.Children(cursor).Where(child => clang.isStatement(child.Kind) != 0 || Cursors.IsExpression(child.Kind)).Select(TranslateStatement)],
            SpanOf(cursor));
}
