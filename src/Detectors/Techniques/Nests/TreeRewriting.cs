using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// Takes directives off the statements they govern, and names the functions that are called through pointers.
/// <code>#pragma omp unroll            static double (*const f)(int) = g;
/// for (…) …                     … f(n) …      ⟶      for (…) …      … g(n) …</code>
/// </summary>
internal sealed class TreeRewriting(ImmutableDictionary<Symbol, Symbol> pointers)
{
    private ImmutableHashSet<TextSpan> _refused = [];
    private bool _hasRefused;

    public List<Annotation> Annotations { get; } = [];

    /// <summary>Makes the next rewriting take off the directives there; whether it may find any that it has not taken off already.</summary>
    public bool SetAside(ImmutableHashSet<TextSpan> refused)
    {
        var isNew = !refused.IsSubsetOf(_refused) || !_hasRefused;
        _refused = refused;
        _hasRefused = true;
        return isNew;
    }

    public Declaration Rewritten(Declaration declaration) => declaration switch
    {
        Declaration.Function { Body: { } body } function => function with { Body = Rewritten(body) },
        Declaration.Variable { Initializer: { } initial } variable when !pointers.IsEmpty => variable with { Initializer = Rewritten(initial) },
        _ => declaration,
    };

    public static Expression Stripped(Expression expression) => expression switch
    {
        Expression.Cast cast => Stripped(cast.Operand),
        Expression.Unary { Operator: UnaryOperator.AddressOf or UnaryOperator.Dereference } unary => Stripped(unary.Operand),
        _ => expression,
    };

    private Statement Rewritten(Statement statement) => statement switch
    {
        Statement.Directive directive => Rewritten(directive),
        Statement.Pragma { Body: { } body } pragma => Rewritten(pragma, body),
        Statement.Compound compound => compound with { Statements = [.. compound.Statements.Select(Rewritten)] },
        Statement.Local local => local with { Declarations = [.. local.Declarations.Select(Rewritten)] },
        Statement.Evaluate evaluate => evaluate with { Expression = Rewritten(evaluate.Expression) },
        Statement.If branch => branch with
        {
            Condition = Rewritten(branch.Condition),
            Then = Rewritten(branch.Then),
            Else = branch.Else is null ? null : Rewritten(branch.Else),
        },
        Statement.For loop => loop with { Body = Rewritten(loop.Body) },
        Statement.While loop => loop with { Body = Rewritten(loop.Body) },
        Statement.DoWhile loop => loop with { Body = Rewritten(loop.Body) },
        Statement.Switch choice => choice with { Body = Rewritten(choice.Body) },
        Statement.Case choice => choice with { Body = Rewritten(choice.Body) },
        Statement.Default choice => choice with { Body = Rewritten(choice.Body) },
        Statement.Label label => label with { Body = Rewritten(label.Body) },
        Statement.Return { Value: { } value } exit => exit with { Value = Rewritten(value) },
        _ => statement,
    };

    private Statement Rewritten(Statement.Directive directive)
    {
        var body = directive.Body is null ? null : Rewritten(directive.Body);
        if (body is null || !(_refused.Contains(directive.Span) || _refused.Contains(directive.Content.Span)))
        {
            return directive with { Body = body };
        }

        Annotations.Add(new(directive.Content.Name, directive.Content, body.Span, directive.Span));
        return body;
    }

    /// <summary>A pragma that asks for nothing but speed leaves no trace in the kernel form.</summary>
    private Statement.Pragma Rewritten(Statement.Pragma pragma, Statement body)
    {
        if (!_hasRefused)
        {
            Annotations.Add(new(pragma.Text, null, body.Span, pragma.Span));
        }

        return pragma with { Body = Rewritten(body) };
    }

    private Expression Rewritten(Expression expression) => pointers.IsEmpty ? expression : expression switch
    {
        Expression.Call call => call with { Callee = Callee(call), Arguments = [.. call.Arguments.Select(Rewritten)] },
        Expression.Unary unary => unary with { Operand = Rewritten(unary.Operand) },
        Expression.Binary binary => binary with { Left = Rewritten(binary.Left), Right = Rewritten(binary.Right) },
        Expression.Assignment assignment => assignment with { Target = Rewritten(assignment.Target), Value = Rewritten(assignment.Value) },
        Expression.Conditional conditional => conditional with
        {
            Condition = Rewritten(conditional.Condition),
            WhenTrue = Rewritten(conditional.WhenTrue),
            WhenFalse = Rewritten(conditional.WhenFalse),
        },
        Expression.Subscript subscript => subscript with { Base = Rewritten(subscript.Base), Index = Rewritten(subscript.Index) },
        Expression.Cast cast => cast with { Operand = Rewritten(cast.Operand) },
        _ => expression,
    };

    private Expression Callee(Expression.Call call) =>
        call.Target is null && Stripped(call.Callee) is Expression.Reference reference && pointers.TryGetValue(reference.Symbol, out var function)
            ? new Expression.Reference(function, function.Type, call.Callee.Span)
            : call.Callee;
}
