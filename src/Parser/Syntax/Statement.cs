using System.Collections.Immutable;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>A statement as it was written.</summary>
public abstract record Statement(TextSpan Span)
{
    public sealed record Compound(ImmutableArray<Statement> Statements, TextSpan Span) : Statement(Span);

    public sealed record Local(ImmutableArray<Declaration> Declarations, TextSpan Span) : Statement(Span);

    public sealed record Evaluate(Expression Expression, TextSpan Span) : Statement(Span);

    public sealed record If(Expression Condition, Statement Then, Statement? Else, TextSpan Span) : Statement(Span);

    public sealed record For(Statement? Initial, Expression? Condition, Expression? Update, Statement Body, TextSpan Span)
        : Statement(Span);

    public sealed record While(Expression Condition, Statement Body, TextSpan Span) : Statement(Span);

    public sealed record DoWhile(Statement Body, Expression Condition, TextSpan Span) : Statement(Span);

    public sealed record Switch(Expression Subject, Statement Body, TextSpan Span) : Statement(Span);

    /// <summary><c>case value:</c> before a statement; GNU <c>case low ... high:</c> has both bounds.</summary>
    public sealed record Case(Expression Low, Expression? High, Statement Body, TextSpan Span) : Statement(Span);

    public sealed record Default(Statement Body, TextSpan Span) : Statement(Span);

    public sealed record Break(TextSpan Span) : Statement(Span);

    public sealed record Continue(TextSpan Span) : Statement(Span);

    public sealed record Return(Expression? Value, TextSpan Span) : Statement(Span);

    public sealed record Goto(string Target, TextSpan Span) : Statement(Span);

    public sealed record Label(string Name, Statement Body, TextSpan Span) : Statement(Span);

    public sealed record Null(TextSpan Span) : Statement(Span);

    /// <summary>An OpenMP directive and, unless it stands alone, the statement it governs.</summary>
    public sealed record Directive(OpenMpDirective Content, Statement? Body, TextSpan Span) : Statement(Span);

    /// <summary>Any other pragma inside a function, and the statement after it where it governs one (<c>GCC ivdep</c>).</summary>
    public sealed record Pragma(string Text, Statement? Body, TextSpan Span) : Statement(Span);

    public sealed record Assembly(TextSpan Span) : Statement(Span);

    /// <summary>C outside the model: says what it is, so that nobody mistakes it for something understood.</summary>
    public sealed record Unsupported(string Reason, ImmutableArray<Statement> Parts, TextSpan Span) : Statement(Span);
}
