using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>
    /// Code for a whole team: one statement in all threads, then the next. Threads only wait at the ends of statements that
    /// come to run this way, so that none ever has to be suspended. Null where one might.
    /// </summary>
    private Action<Machine[]>? InStep(KernelStatement statement)
    {
        if (!SharedVariables.MayWait(statement, _module.FunctionOf))
        {
            return Everywhere(Statement(statement), statement.Span, isBarrier: false);
        }

        return statement switch
        {
            KernelStatement.Barrier => Everywhere(_ => Signal.Next, statement.Span, isBarrier: true),
            KernelStatement.Region region when SharedVariables.WaitsAtEndOnly(region, _module.FunctionOf) => Everywhere(Region(region), region.Span, isBarrier: true),
            KernelStatement.Block block => BlockInStep(block),
            KernelStatement.Loop loop when loop.Promises.IsEmpty => LoopInStep(loop),
            KernelStatement.If branch => IfInStep(branch),
            _ => null,
        };
    }

    private static Action<Machine[]> Everywhere(Execute code, TextSpan span, bool isBarrier) => threads =>
    {
        foreach (var thread in threads)
        {
            Only(code(thread), span);
        }

        if (isBarrier)
        {
            threads[0].Team!.Tracker.NextPhase();
        }
    };

    private Action<Machine[]>? BlockInStep(KernelStatement.Block block)
    {
        if (AllInStep(block.Statements) is not { } steps || block.Statements.Any(statement => statement is KernelStatement.Label))
        {
            return null;
        }

        var ends = Lifetimes([.. block.Statements.OfType<KernelStatement.Declare>()]);
        return threads =>
        {
            foreach (var step in steps)
            {
                step(threads);
            }

            Array.ForEach(threads, thread => ends(thread));
        };
    }

    private Action<Machine[]>[]? AllInStep(IEnumerable<KernelStatement> statements)
    {
        var steps = statements.Select(InStep).ToList();
        return steps.TrueForAll(step => step is not null) ? [.. steps.OfType<Action<Machine[]>>()] : null;
    }

    /// <summary>All threads turn alike, or else some would never come to a barrier that others wait at.</summary>
    private Action<Machine[]>? LoopInStep(KernelStatement.Loop loop)
    {
        if (!loop.IsTestFirst || loop.Condition is null || InStep(loop.Body) is not { } body
            || AllInStep(loop.Update) is not { } update || AllInStep(loop.Initial) is not { } initial || AllInStep(loop.Prelude) is not { } prelude)
        {
            return null;
        }

        var condition = Condition(loop.Condition);
        var point = EntryOf(loop);
        var ends = Lifetimes([.. loop.Initial.Concat(loop.Prelude).Concat(loop.Update).OfType<KernelStatement.Declare>()]);
        return threads =>
        {
            RunAll(threads, initial);
            while (true)
            {
                RunAll(threads, prelude);
                if (!Agreed(threads, condition, loop.Span))
                {
                    break;
                }

                threads[0].Step(loop.Span);
                threads[0].Took(point, true);
                body(threads);
                RunAll(threads, update);
            }

            Array.ForEach(threads, thread => ends(thread));
        };
    }

    private Action<Machine[]>? IfInStep(KernelStatement.If branch)
    {
        if (InStep(branch.Then) is not { } then || InStep(branch.Else) is not { } otherwise)
        {
            return null;
        }

        var condition = Condition(branch.Condition);
        var point = PointAt(branch, branch.Condition, branch.Span, "is never true", "is never false");
        return threads => (threads[0].Took(point, Agreed(threads, condition, branch.Span)) ? then : otherwise)(threads);
    }

    private static void RunAll(Machine[] threads, Action<Machine[]>[] steps)
    {
        foreach (var step in steps)
        {
            step(threads);
        }
    }

    private static bool Agreed(Machine[] threads, Evaluate condition, TextSpan span)
    {
        bool? common = null;
        foreach (var thread in threads)
        {
            var truth = condition(thread) is { IsConcrete: true } known ? known.Bits != 0 : throw Machine.Unsupported("a barrier that depends on contents", span);
            common ??= truth;
            if (common != truth)
            {
                throw Machine.Unsupported("a barrier that only some threads may come to", span);
            }
        }

        return common == true;
    }
}
