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

    /// <summary>Clauses whose operands are variables; anything else there is not C that OpenMP knows.</summary>
    private static readonly ImmutableHashSet<string> ListClauses =
    [
        "private", "firstprivate", "lastprivate", "shared", "copyin", "copyprivate", "reduction", "in_reduction", "task_reduction",
        "linear", "aligned", "nontemporal", "uniform", "is_device_ptr", "use_device_ptr", "flush",
    ];

    private readonly HashSet<int> _sitesSeen = [];

    /// <summary>The pragmas that the walk has found again in the tree.</summary>
    public IReadOnlySet<int> SitesSeen => _sitesSeen;

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
        var arguments = Cursors.Children(call);
        if (marker == "__hv_pragma_text" || arguments.Count < MarkerPrologue || TranslateExpression(arguments[1]) is not Expression.IntegerLiteral id)
        {
            return new Statement.Unsupported(Report(span, "pragma whose text is computed by a macro"), Parts(body), span);
        }

        var site = rewritten.Sites[(int)id.Value];
        _sitesSeen.Add(site.Id);
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

        var clauses = Clauses(site, operands);
        return clauses.FirstOrDefault(clause => !HasOnlyVariables(clause)) is { } odd
            ? new Statement.Unsupported(Report(odd.Span, $"operand of '{odd.Name}' that is no variable"), Parts(body), site.Span)
            : new Statement.Directive(new(site.Name, site.Argument, clauses, site.Span), body, site.Span);
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

    /// <summary>The step of a <c>linear</c> clause and the alignment of an <c>aligned</c> one come last and are expressions.</summary>
    private static bool HasOnlyVariables(OpenMpClause clause)
    {
        var expressions = clause.Modifiers.Any(modifier => modifier is "step" or "alignment") ? 1 : 0;
        return clause.HasSections || !ListClauses.Contains(clause.Name)
            || clause.Operands.SkipLast(expressions).All(operand => operand is Expression.Reference);
    }

    /// <summary>An operand without the promotions that passing it to a variadic function added.</summary>
    private static Expression Written(Expression operand) =>
        operand is Expression.Cast { IsImplicit: true } cast ? Written(cast.Operand) : operand;

    private static ImmutableArray<Statement> Parts(Statement? body) => body is null ? [] : [body];
}
