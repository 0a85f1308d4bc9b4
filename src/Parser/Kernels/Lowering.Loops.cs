using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private void LowerLoop(Statement statement, ImmutableArray<Promise> promises)
    {
        var loop = statement switch
        {
            Statement.For written => ForLoop(written),
            Statement.While written => WhileLoop(written),
            Statement.DoWhile written => DoLoop(written),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Emit(loop with { Counted = CountedLoops.ShapeOf(loop, _scope.Calls), Promises = promises });
    }

    /// <summary><code>for (int i = 0; i &lt; n; i++) body      ⟶      loop { initial: int i = 0   condition: i &lt; n   update: i = i + 1 }</code></summary>
    private KernelStatement.Loop ForLoop(Statement.For loop)
    {
        var initial = loop.Initial is { } first ? Captured(() => LowerContents(first), first.Span).Statements : [];
        var (condition, prelude) = loop.Condition is { } test ? Captured(() => ConditionOf(test)) : (null!, []);
        var body = BlockOf(loop.Body);
        var update = loop.Update is { } step ? Captured(() => LowerFullExpression(step), step.Span).Statements : [];
        return new(initial, prelude, loop.Condition is null ? null : condition, update, body, true, null, [], loop.Span);
    }

    private KernelStatement.Loop WhileLoop(Statement.While loop)
    {
        var (condition, prelude) = Captured(() => ConditionOf(loop.Condition));
        return new([], prelude, condition, [], BlockOf(loop.Body), true, null, [], loop.Span);
    }

    private KernelStatement.Loop DoLoop(Statement.DoWhile loop)
    {
        var body = BlockOf(loop.Body);
        var (condition, prelude) = Captured(() => ConditionOf(loop.Condition));
        return new([], prelude, condition, [], body, false, null, [], loop.Span);
    }
}
