using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXCursorKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private IEnumerable<Declaration> TranslateDeclaration(CXCursor cursor)
    {
        var span = SpanOf(cursor);
        switch (cursor.Kind)
        {
            case CXCursor_FunctionDecl:
                yield return Function(cursor);
                break;
            case CXCursor_VarDecl:
                yield return Variable(cursor);
                break;
            case CXCursor_StructDecl or CXCursor_UnionDecl:
                foreach (var inner in Cursors.Children(cursor).Where(IsTag).SelectMany(TranslateDeclaration))
                {
                    yield return inner;
                }

                yield return Record(cursor);
                if (!RecordLayout.IsNatural(cursor))
                {
                    yield return new Declaration.Unsupported(Report(span, "type laid out by attributes or pragmas"), span);
                }

                break;
            case CXCursor_EnumDecl:
                if (TypeOf(cursor.EnumDecl_IntegerType) is not CType.Integer { WidthInBits: 32 or 64 })
                {
                    yield return new Declaration.Unsupported(Report(span, "packed enumeration"), span);
                }

                yield return new Declaration.Enumeration(
                    TagOf(cursor),
                    [.. Cursors.Children(cursor).Where(child => child.Kind == CXCursor_EnumConstantDecl).Select(SymbolOf)],
                    span);
                break;
            case CXCursor_TypedefDecl:
                yield return new Declaration.Typedef(Cursors.Name(cursor), TypeOf(cursor), span);
                break;
            case CXCursor_StaticAssert:
                yield return new Declaration.StaticAssertion(span);
                break;
            case CXCursor_UnexposedDecl when FirstWord(cursor) is "asm" or "__asm" or "__asm__":
                yield return new Declaration.Assembly(span);
                break;
            case CXCursor_UnexposedDecl when FirstWord(cursor) == ";":
                yield return new Declaration.Empty(span);
                break;
            default:
                yield return new Declaration.Unsupported(Report(span, $"declaration of kind '{cursor.Kind}'"), span);
                break;
        }
    }

    private Declaration.Function Function(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        var symbol = SymbolOf(cursor);
        var written = children.Where(child => child.Kind == CXCursor_ParmDecl).ToList();
        var parameters = written.Select(SymbolOf).ToImmutableArray();
        var body = children.Where(child => child.Kind == CXCursor_CompoundStmt).Take(1).ToList();
        return new(
            symbol,
            parameters,
            body.Count > 0 ? TranslateStatement(body[0]) : null,
            AttributesOf(cursor, children),
            SpanOf(cursor.Location),
            SpanOf(cursor))
        {
            ParameterExtents = parameters.Zip(written, (parameter, declaration) => (parameter, ExtentsIn(declaration)))
                .Where(pair => !pair.Item2.IsEmpty).ToImmutableDictionary(pair => pair.parameter, pair => pair.Item2),
        };
    }

    private ImmutableArray<Expression> ExtentsIn(CXCursor parameter)
    {
        var written = Cursors.Children(parameter).Where(child => Cursors.IsExpression(child.Kind)).Reverse().ToImmutableArray();
        var levels = ArrayLevels(ParameterType(parameter)).ToList();
        var outer = written.Length - levels.Count;
        return outer is 0 or 1
            ? [.. written.Where((extent, index) => index < outer ? extent.Kind != CXCursor_IntegerLiteral : levels[index - outer]).Select(TranslateExpression)]
            : [];
    }

    private Declaration.Variable Variable(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        var symbol = SymbolOf(cursor);
        var initializer = clang.Cursor_getVarDeclInitializer(cursor);
        var hasInitializer = initializer.IsNull == false;
        var extents = WrittenExtents(
            symbol.Type, [.. children.Where(child => Cursors.IsExpression(child.Kind) && !(hasInitializer && child.Equals(initializer)))]);
        return new(
            symbol,
            hasInitializer ? TranslateExpression(initializer) : null,
            extents,
            AttributesOf(cursor, children),
            SpanOf(cursor.Location),
            SpanOf(cursor));
    }

    /// <summary>
    /// The extents that are known at run time only, outermost first. The compiler lists every extent of the declarator,
    /// constant ones too and the innermost first; where it does not, as behind a typedef, none is given.
    /// </summary>
    private ImmutableArray<Expression> WrittenExtents(CType type, ImmutableArray<CXCursor> written)
    {
        var levels = ArrayLevels(type).ToList();
        return !levels.Contains(true) || levels.Count != written.Length
            ? []
            : [.. levels.Zip(written.Reverse()).Where(level => level.First).Select(level => TranslateExpression(level.Second))];
    }

    /// <summary>For each array in a type, outermost first, whether its extent is known at run time only.</summary>
    private static IEnumerable<bool> ArrayLevels(CType type) => type switch
    {
        CType.VariableArray array => [true, .. ArrayLevels(array.Element)],
        CType.Array array => [false, .. ArrayLevels(array.Element)],
        CType.Pointer pointer => ArrayLevels(pointer.Pointee),
        _ => [],
    };

    private static bool IsTag(CXCursor cursor) => cursor.Kind is CXCursor_StructDecl or CXCursor_UnionDecl or CXCursor_EnumDecl;

    private Declaration.Record Record(CXCursor cursor)
    {
        var fields = Cursors.Members(cursor).Select(member => new RecordField(
            FieldName(member), TypeOf(member), clang.Cursor_isBitField(member) != 0 ? clang.getFieldDeclBitWidth(member) : null, SpanOf(member)));
        return new(TagOf(cursor), cursor.Kind == CXCursor_UnionDecl, [.. fields], SpanOf(cursor));
    }

    /// <summary>
    /// A member without a name, whose own members are used as if they were the record's, gets the name of its type, longer if
    /// another member has that.
    /// </summary>
    private string FieldName(CXCursor member)
    {
        if (!Cursors.IsUnnamedMember(member))
        {
            return Cursors.Name(member);
        }

        var taken = Cursors.Members(member.SemanticParent).Where(other => !Cursors.IsUnnamedMember(other)).Select(Cursors.Name).ToHashSet(StringComparer.Ordinal);
        var name = TagOf(member);
        while (taken.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Without a visibility that says what holds anyway.</summary>
    private ImmutableArray<DeclarationAttribute> AttributesOf(CXCursor owner, List<CXCursor> children)
    {
        var attributes = children
            .Where(child => Cursors.IsAttribute(child.Kind))
            .Where(child => child.Kind != CXCursor_VisibilityAttr || clang.getCursorVisibility(owner) != CXVisibilityKind.CXVisibility_Default)
            .ToList();
        var alignment = attributes.Exists(child => child.Kind == CXCursor_AlignedAttr) ? PrintedAlignment.Of(owner, EnumerationConstant) : null;
        return
        [
            .. attributes.Select(child => new DeclarationAttribute(AttributeName(child), SpanOf(child))
            {
                AlignmentInBytes = child.Kind == CXCursor_AlignedAttr ? alignment : null,
            }),
        ];
    }

    /// <summary>The value of an enumeration constant seen so far; null where several have the name.</summary>
    private int? EnumerationConstant(string name)
    {
        var values = _symbols.Values.Where(symbol => symbol.Kind == SymbolKind.EnumerationConstant && symbol.Name == name)
            .Select(symbol => symbol.ConstantValue).Distinct().ToList();
        return values is [var only and > 0 and < int.MaxValue] ? (int)only : null;
    }

    /// <summary>Named kinds give the name; for the others it is the word at the place the attribute is spelled.</summary>
    private string AttributeName(CXCursor cursor) => cursor.Kind switch
    {
        CXCursor_AsmLabelAttr => "asm",
        CXCursor_AnnotateAttr => "annotate",
        CXCursor_PackedAttr => "packed",
        CXCursor_PureAttr => "pure",
        CXCursor_ConstAttr => "const",
        CXCursor_VisibilityAttr => "visibility",
        CXCursor_AlignedAttr => "aligned",
        CXCursor_WarnUnusedResultAttr => "warn_unused_result",
        _ => FirstWord(cursor).Trim('_'),
    };

    /// <summary>The first token of a cursor as its author spelled it, inside a macro's definition if need be.</summary>
    private string FirstWord(CXCursor cursor)
    {
        var start = SpelledOffset(cursor.Extent.Start);
        if (start < 0)
        {
            return "";
        }

        var code = rewritten.Code;
        var end = start;
        while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] == '_'))
        {
            end++;
        }

        return end > start ? code[start..end] : code[start..Math.Min(start + 1, code.Length)];
    }
}
