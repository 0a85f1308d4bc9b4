using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using static ClangSharp.Interop.CXCursorKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    /// <summary>The callee and the site's number come before the operands of a marker call.</summary>
    private const int MarkerPrologue = 2;

    private int _markersSeen;

    /// <summary>How many pragma sites the walk has met; fewer than were written means that one was lost.</summary>
    public int MarkersSeen => _markersSeen;

    /// <summary>The name of the marker function called here; null for all other code.</summary>
    private static string? MarkerOf(CXCursor cursor) =>
        cursor.Kind == CXCursor_CallExpr && Cursors.Name(cursor) is "__hv_directive" or "__hv_pragma" or "__hv_pragma_text"
            ? Cursors.Name(cursor)
            : null;

    /// <summary>
    /// <code>switch (__hv_directive(3, n, s)) for (…) …      ⟶      #pragma omp for num_threads(n) reduction(+:s)
    ///                                                          for (…) …</code>
    /// </summary>
    private Statement Governed(string marker, CXCursor call, Statement? body, TextSpan span)
    {
        _markersSeen++;
        var arguments = Cursors.Children(call);
        if (marker == "__hv_pragma_text" || arguments.Count < MarkerPrologue || TranslateExpression(arguments[1]) is not Expression.IntegerLiteral id)
        {
            return new Statement.Unsupported(Report(span, "pragma whose text is computed by a macro"), Parts(body), span);
        }

        var site = rewritten.Sites[(int)id.Value];
        if (site.Problem is { } problem)
        {
            return new Statement.Unsupported(Report(site.Span, problem), Parts(body), site.Span);
        }

        if (site.Kind != PragmaKind.OpenMp)
        {
            return new Statement.Pragma(site.Text, body, site.Span);
        }

        var operands = arguments.Skip(MarkerPrologue).Select(TranslateExpression).Select(Written).ToList();
        if (operands.Count != site.Clauses.Sum(clause => clause.OperandCount))
        {
            return new Statement.Unsupported(Report(site.Span, $"operands of '{site.Name}'"), Parts(body), site.Span);
        }

        return new Statement.Directive(new(site.Name, site.Argument, Clauses(site, operands), site.Span), body, site.Span);
    }

    private static ImmutableArray<OpenMpClause> Clauses(PragmaSite site, List<Expression> operands)
    {
        var clauses = ImmutableArray.CreateBuilder<OpenMpClause>(site.Clauses.Length);
        var next = 0;
        foreach (var shape in site.Clauses)
        {
            var own = operands.GetRange(next, shape.OperandCount);
            next += shape.OperandCount;
            clauses.Add(new(shape.Name, shape.Modifiers, [.. own], shape.HasSections, shape.Span));
        }

        return clauses.ToImmutable();
    }

    /// <summary>An operand without the promotions that passing it to a variadic function added.</summary>
    private static Expression Written(Expression operand) =>
        operand is Expression.Cast { IsImplicit: true } cast ? Written(cast.Operand) : operand;

    private static ImmutableArray<Statement> Parts(Statement? body) => body is null ? [] : [body];
}
