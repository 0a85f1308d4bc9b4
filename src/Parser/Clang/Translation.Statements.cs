using System.Numerics;
using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXCursorKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private Statement TranslateStatement(CXCursor cursor) =>
        Nested<Statement>(
            SpanOf(cursor),
            () => StatementOf(cursor),
            reason => new Statement.Unsupported(reason, [], SpanOf(cursor)));

    private Statement StatementOf(CXCursor cursor)
    {
        var span = SpanOf(cursor);
        return cursor.Kind switch
        {
            CXCursor_CompoundStmt => new Statement.Compound([.. Cursors.Children(cursor).Select(TranslateStatement)], span),
            CXCursor_DeclStmt => new Statement.Local([.. Cursors.Children(cursor).SelectMany(TranslateDeclaration)], span),
            CXCursor_IfStmt => If(cursor),
            CXCursor_ForStmt => For(cursor),
            CXCursor_WhileStmt => While(cursor),
            CXCursor_DoStmt => DoWhile(cursor),
            CXCursor_SwitchStmt => Switch(cursor),
            CXCursor_CaseStmt => Case(cursor),
            CXCursor_DefaultStmt => new Statement.Default(LastStatement(cursor), span),
            CXCursor_BreakStmt => new Statement.Break(span),
            CXCursor_ContinueStmt => new Statement.Continue(span),
            CXCursor_ReturnStmt => Return(cursor),
            CXCursor_GotoStmt => Cursors.Children(cursor) is [var label, ..]
                ? new Statement.Goto(Cursors.Name(label), span)
                : UnsupportedStatement(cursor, "'goto' to nowhere"),
            CXCursor_LabelStmt => new Statement.Label(Cursors.Name(cursor), LastStatement(cursor), span),
            CXCursor_NullStmt => new Statement.Null(span),
            CXCursor_GCCAsmStmt or CXCursor_MSAsmStmt => new Statement.Assembly(span),
            CXCursor_IndirectGotoStmt => UnsupportedStatement(cursor, "computed goto"),
            CXCursor_UnexposedStmt => Attributed(cursor),
            var kind when Cursors.IsExpression(kind) => Evaluate(cursor),
            var kind => UnsupportedStatement(cursor, $"statement of kind '{kind}'"),
        };
    }

    private Statement If(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count < 2
            ? UnsupportedStatement(cursor, "incomplete 'if'")
            : new Statement.If(
                TranslateExpression(children[0]),
                TranslateStatement(children[1]),
                children.Count > 2 ? TranslateStatement(children[2]) : null,
                SpanOf(cursor));
    }

    /// <summary>
    /// libclang lists only the parts of a <c>for</c> header that are there; which ones those are is read from the
    /// header's own semicolons.
    /// </summary>
    private Statement For(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        var parts = ForHeader.PartsAt(rewritten.Code, SpelledOffset(cursor.Extent.Start));
        if (parts is null || parts.Count + 1 != children.Count)
        {
            if (children.Count != ForHeader.Full.Count + 1)
            {
                return UnsupportedStatement(cursor, "incomplete 'for' header made by a macro");
            }

            parts = ForHeader.Full;
        }

        var next = 0;
        var initial = parts.HasInitial ? TranslateStatement(children[next++]) : null;
        var condition = parts.HasCondition ? TranslateExpression(children[next++]) : null;
        var update = parts.HasUpdate ? TranslateExpression(children[next++]) : null;
        return new Statement.For(initial, condition, update, TranslateStatement(children[next]), SpanOf(cursor));
    }

    private Statement While(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count != 2
            ? UnsupportedStatement(cursor, "incomplete 'while'")
            : new Statement.While(TranslateExpression(children[0]), TranslateStatement(children[1]), SpanOf(cursor));
    }

    private Statement DoWhile(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count != 2
            ? UnsupportedStatement(cursor, "incomplete 'do'")
            : new Statement.DoWhile(TranslateStatement(children[0]), TranslateExpression(children[1]), SpanOf(cursor));
    }

    private Statement Switch(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        if (children.Count != 2)
        {
            return UnsupportedStatement(cursor, "incomplete 'switch'");
        }

        return MarkerOf(children[0]) is { } marker
            ? Governed(marker, children[0], TranslateStatement(children[1]), SpanOf(cursor))
            : new Statement.Switch(TranslateExpression(children[0]), TranslateStatement(children[1]), SpanOf(cursor));
    }

    private Statement Case(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count switch
        {
            2 => new Statement.Case(CaseConstant(children[0]), null, TranslateStatement(children[1]), SpanOf(cursor)),
            3 => new Statement.Case(
                CaseConstant(children[0]), CaseConstant(children[1]), TranslateStatement(children[2]), SpanOf(cursor)),
            _ => UnsupportedStatement(cursor, "incomplete 'case'"),
        };
    }

    /// <summary>A label is the number its constant expression comes to in the type of the switch (C17 6.8.4.2p5).</summary>
    private Expression CaseConstant(CXCursor cursor)
    {
        using var value = cursor.Evaluate;
        return value.Kind == CXEvalResultKind.CXEval_Int
            ? new Expression.IntegerLiteral(value.IsUnsignedInt ? (BigInteger)value.AsUnsigned : value.AsLongLong, TypeOf(cursor), SpanOf(cursor))
            : TranslateExpression(cursor);
    }

    private Statement.Return Return(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return new(children.Count > 0 ? TranslateExpression(children[0]) : null, SpanOf(cursor));
    }

    private Statement Evaluate(CXCursor cursor) =>
        MarkerOf(cursor) is { } marker
            ? Governed(marker, cursor, null, SpanOf(cursor))
            : new Statement.Evaluate(TranslateExpression(cursor), SpanOf(cursor));

    private Statement Attributed(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        var body = children.Where(child => !Cursors.IsAttribute(child.Kind)).ToList();
        return body is [{ Kind: CXCursor_NullStmt }] && children.Count == 1
            ? new Statement.Null(SpanOf(cursor))
            : UnsupportedStatement(cursor, "attributed statement");
    }

    private Statement LastStatement(CXCursor cursor)
    {
        var children = Cursors.Children(cursor);
        return children.Count > 0 ? TranslateStatement(children[^1]) : new Statement.Null(SpanOf(cursor));
    }
}
