using System.Numerics;
using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXCursorKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private Expression TranslateExpression(CXCursor cursor) =>
        Nested<Expression>(
            SpanOf(cursor),
            () => TranslateShallow(cursor),
            reason => new Expression.Unsupported(reason, [], TypeOf(cursor), SpanOf(cursor)));

    private Expression TranslateShallow(CXCursor cursor) => cursor.Kind switch
    {
        CXCursor_IntegerLiteral or CXCursor_CharacterLiteral => Constant(cursor),
        CXCursor_FloatingLiteral => Constant(cursor),
        CXCursor_StringLiteral when TypeOf(cursor) is not CType.Array { Element: CType.Integer { WidthInBits: 8 } } =>
            UnsupportedExpression(cursor, "string of wide characters"),
        CXCursor_StringLiteral => new Expression.StringLiteral(StringConstant.Unquote(Cursors.Name(cursor)), TypeOf(cursor), SpanOf(cursor)),
        CXCursor_DeclRefExpr => Reference(cursor),
        CXCursor_MemberRefExpr => Member(cursor),
        CXCursor_CallExpr => Call(cursor),
        CXCursor_ParenExpr => Only(cursor),
        CXCursor_UnaryOperator => Unary(cursor),
        CXCursor_BinaryOperator => Binary(cursor),
        CXCursor_CompoundAssignOperator => CompoundAssignment(cursor),
        CXCursor_ArraySubscriptExpr => Subscript(cursor),
        CXCursor_ConditionalOperator => Conditional(cursor),
        CXCursor_CStyleCastExpr when HasComputedExtent(cursor) => UnsupportedExpression(cursor, "an array extent computed in a conversion"),
        CXCursor_CStyleCastExpr => new Expression.Cast(LastExpression(cursor), false, TypeOf(cursor), SpanOf(cursor)),
        CXCursor_CompoundLiteralExpr => new Expression.CompoundLiteral(LastExpression(cursor), TypeOf(cursor), SpanOf(cursor)),
        CXCursor_InitListExpr => InitializerList(cursor),
        CXCursor_UnaryExpr => SizeOf(cursor),
        CXCursor_StmtExpr => Cursors.Children(cursor) is [var block, ..]
            ? new Expression.StatementExpression(TranslateStatement(block), TypeOf(cursor), SpanOf(cursor))
            : UnsupportedExpression(cursor, "empty statement expression"),
        CXCursor_GenericSelectionExpr => UnsupportedExpression(cursor, "'_Generic' selection"),
        CXCursor_ImaginaryLiteral => new Expression.ImaginaryLiteral(Only(cursor), TypeOf(cursor), SpanOf(cursor)),
        CXCursor_AddrLabelExpr => UnsupportedExpression(cursor, "address of a label"),
        CXCursor_UnexposedExpr => Unexposed(cursor),
        _ => UnsupportedExpression(cursor, $"expression of kind '{cursor.Kind}'"),
    };

    /// <summary>
    /// Whether the type of a conversion has an extent that is more than a name or a number: the tree does not keep extents
    /// there, and one with effects must not be lost.
    /// </summary>
    private bool HasComputedExtent(CXCursor cast) =>
        TypeOf(cast) is CType.Pointer { Pointee: var pointee } && ArrayLevels(pointee).Contains(true)
        && Cursors.Children(cast).Where(child => Cursors.IsExpression(child.Kind)).SkipLast(1).Any(extent => !IsNameOrNumber(extent));

    private static bool IsNameOrNumber(CXCursor cursor) => cursor.Kind switch
    {
        CXCursor_DeclRefExpr or CXCursor_IntegerLiteral => true,
        CXCursor_UnexposedExpr or CXCursor_ParenExpr => Cursors.Children(cursor) is [var inner] && IsNameOrNumber(inner),
        _ => false,
    };

    private Expression Constant(CXCursor cursor)
    {
        using var value = cursor.Evaluate;
        var span = SpanOf(cursor);
        switch (value.Kind)
        {
            case CXEvalResultKind.CXEval_Int:
                return new Expression.IntegerLiteral(
                    value.IsUnsignedInt ? (BigInteger)value.AsUnsigned : value.AsLongLong, TypeOf(cursor), span);
            case CXEvalResultKind.CXEval_Float when TypeOf(cursor) is CType.Floating { Kind: FloatingKind.Float or FloatingKind.Double or FloatingKind.LongDouble }:
                return new Expression.FloatingLiteral(value.AsDouble, TypeOf(cursor), span);
            default:
                return UnsupportedExpression(cursor, $"constant of type '{Cursors.Spelling(cursor.Type)}'");
        }
    }

    /// <summary>libclang gives a parameter the array type it is declared with; it is a pointer all the same.</summary>
    private Expression.Reference Reference(CXCursor cursor)
    {
        var symbol = SymbolOf(clang.getCursorReferenced(cursor));
        var type = TypeOf(cursor);
        return new(symbol, symbol.Kind == SymbolKind.Parameter && type is CType.Array or CType.VariableArray ? symbol.Type : type, SpanOf(cursor));
    }

    private Expression Member(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count == 0)
        {
            return UnsupportedExpression(cursor, "member of an implied object");
        }

        // Of the unnamed members on the way libclang shows all but the last, so all are told from where the field is declared.
        var whole = children[0];
        while (whole.Kind == CXCursor_MemberRefExpr && !IsIdentifier(Cursors.Name(whole)) && Cursors.Children(whole) is [var outer])
        {
            whole = outer;
        }

        var holders = new Stack<CXCursor>();
        for (var parent = clang.getCursorReferenced(cursor).SemanticParent; Cursors.IsUnnamedMember(parent); parent = parent.SemanticParent)
        {
            holders.Push(parent);
        }

        var record = holders.Aggregate(TranslateExpression(whole), (target, holder) => MemberOf(target, FieldName(holder), TypeOf(holder), cursor));
        return MemberOf(record, Cursors.Name(cursor), TypeOf(cursor), cursor);
    }

    private Expression.Member MemberOf(Expression whole, string field, CType type, CXCursor origin) =>
        new(whole, field, whole.Type is CType.Pointer, type, SpanOf(origin))
        {
            IsBitField = field == Cursors.Name(origin) && clang.Cursor_isBitField(clang.getCursorReferenced(origin)) != 0,
        };

    private Expression Call(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count == 0)
        {
            return UnsupportedExpression(cursor, "call without a callee");
        }

        var callee = TranslateExpression(children[0]);
        return new Expression.Call(callee, [.. children.Skip(1).Select(TranslateExpression)], TypeOf(cursor), SpanOf(cursor));
    }

    private Expression Unary(CXCursor cursor)
    {
        UnaryOperator? found = clang.getCursorUnaryOperatorKind(cursor) switch
        {
            CXUnaryOperatorKind.CXUnaryOperator_Plus => UnaryOperator.Plus,
            CXUnaryOperatorKind.CXUnaryOperator_Minus => UnaryOperator.Minus,
            CXUnaryOperatorKind.CXUnaryOperator_Not => UnaryOperator.BitwiseNot,
            CXUnaryOperatorKind.CXUnaryOperator_LNot => UnaryOperator.LogicalNot,
            CXUnaryOperatorKind.CXUnaryOperator_Deref => UnaryOperator.Dereference,
            CXUnaryOperatorKind.CXUnaryOperator_AddrOf => UnaryOperator.AddressOf,
            CXUnaryOperatorKind.CXUnaryOperator_PreInc => UnaryOperator.PreIncrement,
            CXUnaryOperatorKind.CXUnaryOperator_PreDec => UnaryOperator.PreDecrement,
            CXUnaryOperatorKind.CXUnaryOperator_PostInc => UnaryOperator.PostIncrement,
            CXUnaryOperatorKind.CXUnaryOperator_PostDec => UnaryOperator.PostDecrement,
            CXUnaryOperatorKind.CXUnaryOperator_Extension => UnaryOperator.Extension,
            _ => null,
        };
        return found switch
        {
            null => UnsupportedExpression(cursor, "unary operator outside C17"),
            UnaryOperator.Extension => Only(cursor),
            _ => new Expression.Unary(found.Value, Only(cursor), TypeOf(cursor), SpanOf(cursor)),
        };
    }

    private Expression Binary(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count != 2)
        {
            return UnsupportedExpression(cursor, "operator without two operands");
        }

        var kind = clang.getCursorBinaryOperatorKind(cursor);
        var left = TranslateExpression(children[0]);
        var right = TranslateExpression(children[1]);
        return kind == CXBinaryOperatorKind.CXBinaryOperator_Assign
            ? new Expression.Assignment(null, left, right, TypeOf(cursor), TypeOf(cursor), SpanOf(cursor))
            : OperatorOf(kind) is { } found
                ? new Expression.Binary(found, left, right, TypeOf(cursor), SpanOf(cursor))
                : UnsupportedExpression(cursor, "binary operator outside C17");
    }

    /// <summary>
    /// The compiler converts the right side to the type the operation is done in, except for shifts and pointers,
    /// where that type is the promoted left side's (C17 6.5.7, 6.5.16.2).
    /// </summary>
    private Expression CompoundAssignment(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count != 2)
        {
            return UnsupportedExpression(cursor, "assignment without two operands");
        }

        var target = TranslateExpression(children[0]);
        var value = TranslateExpression(children[1]);
        if (CompoundOperatorOf(clang.getCursorBinaryOperatorKind(cursor)) is not { } found)
        {
            return UnsupportedExpression(cursor, "assignment operator outside C17");
        }

        var isShift = found is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight;
        var operationType = isShift || target.Type is CType.Pointer or CType.Vector ? Promoted(target.Type) : value.Type;
        return new Expression.Assignment(found, target, value, operationType.Unqualified, TypeOf(cursor), SpanOf(cursor));
    }

    private static CType Promoted(CType type) => type switch
    {
        CType.Enumeration enumeration => Promoted(enumeration.Underlying),
        CType.Boolean or CType.Integer { WidthInBits: < 32 } => new CType.Integer(IntegerKind.Int, 32, true, Qualifiers.None),
        _ => type,
    };

    private Expression Subscript(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count != 2)
        {
            return UnsupportedExpression(cursor, "subscript without two operands");
        }

        var left = TranslateExpression(children[0]);
        var right = TranslateExpression(children[1]);
        return left.Type is CType.Pointer or CType.Vector or CType.Array or CType.VariableArray
            ? new Expression.Subscript(left, right, TypeOf(cursor), SpanOf(cursor))
            : new Expression.Subscript(right, left, TypeOf(cursor), SpanOf(cursor));
    }

    private Expression Conditional(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count != 3
            ? UnsupportedExpression(cursor, "conditional without three operands")
            : new Expression.Conditional(
                TranslateExpression(children[0]), TranslateExpression(children[1]), TranslateExpression(children[2]),
                TypeOf(cursor), SpanOf(cursor));
    }

    private Expression SizeOf(CXCursor cursor)
    {
        using var value = cursor.Evaluate;
        return value.Kind == CXEvalResultKind.CXEval_Int
            ? new Expression.SizeOf(value.AsLongLong, TypeOf(cursor), SpanOf(cursor))
            : UnsupportedExpression(cursor, "size of a variable-length type");
    }

    /// <summary>
    /// libclang shows implicit conversions, and nodes it has no name for, as one kind. A conversion has exactly one
    /// child that is spelled over the same tokens; reading a variable is a conversion to the same type and is dropped.
    /// </summary>
    private Expression Unexposed(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count != 1 || !Cursors.IsExpression(children[0].Kind) || !IsSpelledAs(cursor, children[0]))
        {
            return OffsetOf(cursor) is { } offset ? offset : UnsupportedExpression(cursor, $"'{FirstWord(cursor)}'");
        }

        var operand = TranslateExpression(children[0]);
        var type = TypeOf(cursor);
        var isParameter = operand.Type is CType.Pointer && type is CType.Array or CType.VariableArray;
        return isParameter || operand.Type.Unqualified.Equals(type.Unqualified) || operand is Expression.Reference { Symbol.Origin: SymbolOrigin.Undeclared }
            ? operand
            : new Expression.Cast(operand, true, type, SpanOf(cursor));
    }

    /// <summary>libclang has no name for <c>offsetof</c> either; the compiler knows its number if no variable is in it.</summary>
    private Expression.SizeOf? OffsetOf(CXCursor cursor)
    {
        if (!Cursors.Children(cursor).Exists(child => child.Kind == CXCursor_MemberRef))
        {
            return null;
        }

        using var value = cursor.Evaluate;
        return value.Kind == CXEvalResultKind.CXEval_Int ? new Expression.SizeOf(value.AsLongLong, TypeOf(cursor), SpanOf(cursor)) : null;
    }

    private static bool IsSpelledAs(CXCursor outer, CXCursor inner) => outer.Extent.Equals(inner.Extent);

    private Expression Only(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count == 1 ? TranslateExpression(children[0]) : UnsupportedExpression(cursor, $"'{FirstWord(cursor)}'");
    }

    private Expression LastExpression(CXCursor cursor)
    {
        var children = Cursors.Children(cursor).Where(child => Cursors.IsExpression(child.Kind)).ToList();
        return children.Count > 0 ? TranslateExpression(children[^1]) : UnsupportedExpression(cursor, $"'{FirstWord(cursor)}'");
    }
}
