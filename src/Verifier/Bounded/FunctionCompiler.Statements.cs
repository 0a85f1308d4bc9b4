using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    private Execute Statement(KernelStatement statement) => statement switch
    {
        KernelStatement.Block block => Block(block),
        KernelStatement.Declare declare => Declare(declare),
        KernelStatement.Assign assign => Assign(assign.Target, assign.Value, assign.Span),
        KernelStatement.Evaluate evaluate => Dropped(evaluate.Value),
        KernelStatement.Call call => CallStatement(call),
        KernelStatement.If branch => If(branch),
        KernelStatement.Loop loop => Loop(loop),
        KernelStatement.Switch choice => Switch(choice),
        KernelStatement.Break => _ => Signal.Break,
        KernelStatement.Continue => _ => Signal.Continue,
        KernelStatement.Return exit => Return(exit),
        KernelStatement.Goto jump => Jump(jump.Target),
        KernelStatement.Label or KernelStatement.TaskYield or KernelStatement.Flush => _ => Signal.Next,
        KernelStatement.Promised promised => Promised(promised.Promise),
        KernelStatement.Region region => Region(region),
        KernelStatement.Barrier barrier => Barrier(barrier),
        KernelStatement.Unsupported unsupported => _ => throw Machine.Unsupported(unsupported.Reason, unsupported.Span),
        _ => _ => throw Machine.Unsupported(statement.GetType().Name, statement.Span),
    };

    /// <summary>Objects declared in a block die with it; a jump to one of its labels goes on there.</summary>
    private Execute Block(KernelStatement.Block block)
    {
        var steps = block.Statements.Select(Statement).ToArray();
        var labels = LabelsOf(block.Statements);
        var ends = Lifetimes([.. block.Statements.OfType<KernelStatement.Declare>()]);
        return machine =>
        {
            var signal = Run(machine, steps, labels, 0);
            ends(machine);
            return signal;
        };
    }

    private Signal Run(Machine machine, Execute[] steps, Dictionary<string, int> labels, int from)
    {
        for (var position = from; position < steps.Length; position++)
        {
            var signal = steps[position](machine);
            if (signal == Signal.Next)
            {
                continue;
            }

            if (signal == Signal.Split)
            {
                var rest = position + 1;
                return machine.Ways.Any(way => way.Signal == Signal.Goto && labels.ContainsKey(way.GotoTarget))
                    ? throw Machine.Unsupported("a jump that depends on contents", default)
                    : Branching.GoOn(machine, _code, way => way == Signal.Next, at => Run(at, steps, labels, rest), way => way);
            }

            if (signal != Signal.Goto || !labels.TryGetValue(machine.GotoTarget, out position))
            {
                return signal;
            }
        }

        return Signal.Next;
    }

    private static Dictionary<string, int> LabelsOf(ImmutableArray<KernelStatement> statements) => statements
        .Select((statement, position) => (statement, position))
        .Where(pair => pair.statement is KernelStatement.Label)
        .ToDictionary(pair => ((KernelStatement.Label)pair.statement).Name, pair => pair.position, StringComparer.Ordinal);

    private Action<Machine> Lifetimes(IReadOnlyList<KernelStatement.Declare> declarations)
    {
        var slots = declarations.Select(declare => _homes.Of(declare.Variable)).OfType<Home.Object>().Select(home => home.Slot).ToArray();
        return slots.Length == 0 ? _ => { }
        : machine =>
        {
            foreach (var slot in slots)
            {
                machine.StackBytes -= End(machine, machine.Slot(slot));
                foreach (var way in machine.Ways)
                {
                    End(machine, way.Slots[slot]);
                }
            }
        };
    }

    /// <summary>Ends an object's life; the bytes that are free then.</summary>
    private static long End(Machine machine, Scalar place)
    {
        if (!place.IsConcrete || machine.Memory[Address.FromBits(place.Bits).Object] is not { IsLive: true } ended)
        {
            return 0;
        }

        ended.IsLive = false;
        return ended.Size;
    }

    private static Execute Jump(string target) => machine =>
    {
        machine.GotoTarget = target;
        return Signal.Goto;
    };

    private Execute Dropped(Value value)
    {
        if (value.Type is CType.Vector vector)
        {
            var (lanes, start) = (Lanes(value), _homes.Reserve(vector.Lanes));
            return machine =>
            {
                lanes(machine, start);
                return Signal.Next;
            };
        }

        if (value.Type is CType.Void or CType.Record)
        {
            return _ => Signal.Next;
        }

        var scalar = Scalar(value);
        return machine =>
        {
            scalar(machine);
            return Signal.Next;
        };
    }

    private Execute If(KernelStatement.If branch)
    {
        var (condition, then, otherwise) = (Condition(branch.Condition), Block(branch.Then), Block(branch.Else));
        var point = PointAt(branch, branch.Condition, branch.Span, "is never true", "is never false");
        return machine =>
        {
            var chosen = machine.Took(point, condition(machine));
            return !chosen.IsConcrete ? Branching.Both(machine, _code, chosen.Term, then, otherwise)
                : chosen.Bits != 0 ? then(machine)
                : otherwise(machine);
        };
    }

    private static void RunAll(Machine machine, Execute[] steps)
    {
        foreach (var step in steps)
        {
            if (step(machine) == Signal.Split)
            {
                throw Machine.Unsupported("control that depends on contents in the head of a loop", default);
            }
        }
    }

    private Execute Return(KernelStatement.Return exit)
    {
        switch (exit.Value)
        {
            case null:
                return _ => Signal.Return;
            case { Type: CType.Record } record:
                return ReturnRecord(record, exit.Span);
            case { Type: CType.Vector vector } value:
                var (lanes, start) = (Lanes(value), _homes.Reserve(vector.Lanes));
                return machine =>
                {
                    lanes(machine, start);
                    machine.Slots(start, vector.Lanes).CopyTo(machine.Result);
                    return Signal.Return;
                };
            case var value:
                var scalar = Scalar(value);
                return machine =>
                {
                    machine.Result[0] = scalar(machine);
                    return Signal.Return;
                };
        }
    }

    /// <summary>A promise of alignment is checked; others are the business of the claims that rest on them.</summary>
    private Execute Promised(Promise promise)
    {
        switch (promise.Kind)
        {
            case PromiseKind.Unreachable:
                return _ => throw Machine.Stop(Violation.BrokenPromise, "control gets where it was promised not to", promise.Span);
            case PromiseKind.Aligned when promise.Operands is [var pointer, var bytes, ..]:
                var (locate, alignment) = (Followed(Scalar(pointer), promise.Span), Whole(bytes, promise.Span));
                return machine =>
                {
                    CheckAlignment(machine, locate(machine), (int)alignment(machine), promise.Span);
                    return Signal.Next;
                };
            case PromiseKind.DistinctPlaces when promise.Operands is [var first, var second]:
                return Distinct(first, second, promise.Span);
            default:
                return _ => throw Machine.Unsupported($"promise '{promise.Text}'", promise.Span);
        }
    }

    /// <summary>Two stores in an order that C leaves open may not touch the same bytes.</summary>
    private Execute Distinct(Value first, Value second, TextSpan span)
    {
        var (a, b, bytes) = (Followed(Scalar(first), span), Followed(Scalar(second), span), StrideOf(first));
        return machine => (a(machine), b(machine)) is var (left, right) && machine.Memory.AreInOneObject(left, right) && Math.Abs(left.Offset - right.Offset) < bytes(machine)
            ? throw Machine.Stop(Violation.BrokenPromise, "one object is stored to twice in an order that C leaves open", span)
            : Signal.Next;
    }
}
