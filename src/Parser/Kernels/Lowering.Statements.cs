using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private void LowerStatement(Statement statement)
    {
        if (_depth >= MaximumDepth)
        {
            EmitUnsupported(statement.Span, $"nesting deeper than {MaximumDepth} levels");
            return;
        }

        _depth++;
        LowerShallow(statement);
        _depth--;
    }

    private void LowerShallow(Statement statement)
    {
        switch (statement)
        {
            case Statement.Compound:
                Emit(BlockOf(statement));
                break;
            case Statement.Local local:
                LowerLocal(local);
                break;
            case Statement.Evaluate evaluate:
                LowerFullExpression(evaluate.Expression);
                break;
            case Statement.If branch:
                Emit(new KernelStatement.If(ConditionOf(branch.Condition), BlockOf(branch.Then), BlockOf(branch.Else), branch.Span));
                break;
            case Statement.For or Statement.While or Statement.DoWhile:
                LowerLoop(statement, []);
                break;
            case Statement.Switch choice:
                LowerSwitch(choice);
                break;
            case Statement.Return exit:
                Emit(new KernelStatement.Return(exit.Value is { } value ? ReturnedValue(value) : null, exit.Span));
                break;
            case Statement.Directive directive:
                LowerDirective(directive);
                break;
            case Statement.Pragma pragma:
                LowerPragma(pragma);
                break;
            case Statement.Label label:
                Emit(new KernelStatement.Label(label.Name, label.Span));
                LowerStatement(label.Body);
                break;
            default:
                LowerSimple(statement);
                break;
        }
    }

    private void LowerSimple(Statement statement)
    {
        switch (statement)
        {
            case Statement.Break:
                Emit(new KernelStatement.Break(statement.Span));
                break;
            case Statement.Continue:
                Emit(new KernelStatement.Continue(statement.Span));
                break;
            case Statement.Goto jump:
                Emit(new KernelStatement.Goto(jump.Target, jump.Span));
                break;
            case Statement.Null:
                break;
            case Statement.Case or Statement.Default:
                EmitUnsupported(statement.Span, "case label inside another statement");
                break;
            case Statement.Assembly:
                EmitUnsupported(statement.Span, "inline assembly");
                break;
            case Statement.Unsupported unsupported:
                EmitUnsupported(unsupported.Span, unsupported.Reason);
                break;
            default:
                EmitUnsupported(statement.Span, "statement");
                break;
        }
    }

    /// <summary>A void function may return the value of another: <c>return f();</c> is <c>f(); return;</c>.</summary>
    private Value? ReturnedValue(Expression value)
    {
        if (value.Type is not CType.Void)
        {
            return FullValueOf(value);
        }

        LowerFullExpression(value);
        return null;
    }

    private KernelStatement.Block BlockOf(Statement? statement) =>
        statement is null ? new([], default) : Captured(() => LowerContents(statement), statement.Span);

    /// <summary>The statements of a compound statement without a block of their own.</summary>
    private void LowerContents(Statement statement)
    {
        if (statement is not Statement.Compound compound)
        {
            LowerStatement(statement);
            return;
        }

        foreach (var child in compound.Statements)
        {
            LowerStatement(child);
        }
    }

    private void LowerFullExpression(Expression expression)
    {
        if (_scope.Sequencing.ConflictIn(expression) is { } conflict)
        {
            EmitUnsupported(expression.Span, conflict);
        }
        else
        {
            LowerForEffect(expression);
        }
    }

    /// <summary>
    /// <code>switch (x) { int y; case 1: case 2: a; break; default: b; }      ⟶      int y;   one case with labels 1, 2;   one with the default</code>
    /// </summary>
    private void LowerSwitch(Statement.Switch choice)
    {
        var subject = FullValueOf(choice.Subject);
        if (choice.Body is not Statement.Compound { Statements: var statements })
        {
            EmitUnsupported(choice.Span, "switch with statements before its first case");
            return;
        }

        var declared = statements.TakeWhile(statement => statement is Statement.Local local && local.Declarations.All(IsOnlyNamed)).Count();
        if (declared < statements.Length && statements[declared] is not (Statement.Case or Statement.Default))
        {
            EmitUnsupported(choice.Span, "switch with statements before its first case");
            return;
        }

        if (declared == 0)
        {
            EmitSwitch(subject, statements, choice);
            return;
        }

        Emit(Captured(
            () =>
            {
                foreach (var local in statements[..declared])
                {
                    LowerStatement(local);
                }

                EmitSwitch(subject, statements[declared..], choice);
            },
            choice.Span));
    }

    /// <summary>A declaration that only gives a name to indeterminate memory means the same before a switch as inside of it.</summary>
    private static bool IsOnlyNamed(Declaration declaration) =>
        declaration is Declaration.Variable { Initializer: null, Extents: [], Symbol.Storage: StorageKind.Automatic };

    private void EmitSwitch(Value subject, ImmutableArray<Statement> statements, Statement.Switch choice)
    {
        var cases = new List<SwitchCase>();
        foreach (var statement in statements)
        {
            var opened = Opened(statement);
            cases.AddRange(opened.Label is null ? [] : [opened.Label]);
            var block = Captured(() => LowerStatement(opened.Labelled), statement.Span);
            cases[^1] = cases[^1] with { Statements = [.. cases[^1].Statements, .. block.Statements] };
        }

        Emit(new KernelStatement.Switch(subject, [.. cases], choice.Span));
    }

    /// <summary>The labels in front of a statement of a switch, and the statement behind them.</summary>
    private static (SwitchCase? Label, Statement Labelled) Opened(Statement statement)
    {
        SwitchCase? label = null;
        while (true)
        {
            switch (statement)
            {
                case Statement.Case written when RangeOf(written) is { } range:
                    label = (label ?? new([], false, [])) with { Labels = [.. label?.Labels ?? [], range] };
                    statement = written.Body;
                    break;
                case Statement.Default written:
                    label = (label ?? new([], false, [])) with { IsDefault = true };
                    statement = written.Body;
                    break;
                case Statement.Case written:
                    return (label ?? new([], false, []), new Statement.Unsupported("case label that is not a constant", [], written.Span));
                default:
                    return (label, statement);
            }
        }
    }

    private static CaseRange? RangeOf(Statement.Case label) =>
        NumberOf(label.Low) is { } low && NumberOf(label.High ?? label.Low) is { } high ? new CaseRange(low, high) : null;

    /// <summary>The value of a constant expression of few shapes: a literal, its negative, a constant's name.</summary>
    private static long? NumberOf(Expression expression) => SyntaxParts.Unconverted(expression) switch
    {
        Expression.IntegerLiteral literal when literal.Value >= long.MinValue && literal.Value <= long.MaxValue => (long)literal.Value,
        Expression.SizeOf size => size.Bytes,
        Expression.Reference { Symbol: { Kind: SymbolKind.EnumerationConstant } symbol } => symbol.ConstantValue,
        Expression.Unary { Operator: UnaryOperator.Minus } unary => -NumberOf(unary.Operand),
        Expression.Unary { Operator: UnaryOperator.Plus or UnaryOperator.Extension } unary => NumberOf(unary.Operand),
        _ => null,
    };
}
