using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>What runs when the entry point is called, as one body of so many statements, and the functions that it is made of.</summary>
public sealed record ExpandedKernel(KernelFunction Entry, KernelStatement.Block Body, int Size, ImmutableHashSet<KernelFunction> Reached);

/// <summary>
/// Puts the bodies of called functions in the places of their calls, and leaves out what cannot run: branches and loops
/// under a constant zero, and statements after an unconditional jump.
/// <code>void f(double *p, int n) { for (…; i &lt; n; …) p[i] = 0; }      f(y + 4, m);      ⟶      { for (…; i_1 &lt; m; …) (y + 4)[i_1] = 0; }</code>
/// A function that calls itself is expanded once. A return in the middle does not end the expanded body: the result is
/// for looking at, not for running.
/// </summary>
internal sealed partial class Expansion
{
    /// <summary>Kernels have a few hundred statements; this only stops functions that call each other twice each.</summary>
    private const int MostStatements = 20_000;

    private readonly Dictionary<Symbol, KernelFunction> _functions;
    private readonly Dictionary<Symbol, ImmutableHashSet<Variable>> _changed = [];
    private readonly ImmutableHashSet<KernelFunction>.Builder _reached = ImmutableHashSet.CreateBuilder<KernelFunction>();
    private readonly Stack<Frame> _frames = new();
    private List<KernelStatement> _statements = [];
    private int _count;

    /// <summary>One expanded call: what its parameters and variables stand for, and where its result goes.</summary>
    private sealed record Frame(Symbol Function, Variable? Result, Dictionary<Variable, Value> Arguments, Dictionary<Variable, Variable> Names);

    private Expansion(Module module) =>
        _functions = module.Functions.Where(function => function.Body is not null)
            .GroupBy(function => function.Symbol).ToDictionary(group => group.Key, group => group.Last());

    public static ExpandedKernel Of(Module module, KernelFunction entry)
    {
        var expansion = new Expansion(module);
        expansion._reached.Add(entry);
        expansion._frames.Push(new(entry.Symbol, null, [], []));
        var body = expansion.Captured(() => expansion.ExpandAll(entry.Body!.Statements), entry.Body!.Span);
        return new(entry, body, expansion._count, expansion._reached.ToImmutable());
    }

    private void ExpandAll(ImmutableArray<KernelStatement> statements)
    {
        for (var index = 0; index < statements.Length; index++)
        {
            Expand(statements[index]);
            if (EndsControl(statements[index]))
            {
                // A label further on may be jumped to.
                index += statements.Skip(index + 1).TakeWhile(later => later is not KernelStatement.Label).Count();
            }
        }
    }

    private static bool EndsControl(KernelStatement statement) => statement switch
    {
        KernelStatement.Return or KernelStatement.Break or KernelStatement.Continue or KernelStatement.Goto => true,
        KernelStatement.Block { Statements: [.., var last] } block => EndsControl(last) && !block.Statements.OfType<KernelStatement.Label>().Any(),
        KernelStatement.If branch => EndsControl(branch.Then) && EndsControl(branch.Else),
        _ => false,
    };

    private void Expand(KernelStatement statement)
    {
        switch (statement)
        {
            case KernelStatement.Block block:
                Emit(Captured(() => ExpandAll(block.Statements), block.Span));
                break;
            case KernelStatement.If branch:
                ExpandBranch(branch);
                break;
            case KernelStatement.Loop loop:
                ExpandLoop(loop);
                break;
            case KernelStatement.Switch choice:
                Emit(choice with
                {
                    Subject = Rewritten(choice.Subject),
                    Cases = [.. choice.Cases.Select(option => option with { Statements = Captured(() => ExpandAll(option.Statements), choice.Span).Statements })],
                });
                break;
            case KernelStatement.Region region:
                Emit(region with
                {
                    Construct = Rewritten(region.Construct),
                    Sharing = [.. region.Sharing.Select(item => item with { Variable = Named(item.Variable) })],
                    Body = Captured(() => ExpandAll(region.Body.Statements), region.Body.Span),
                });
                break;
            default:
                ExpandSimple(statement);
                break;
        }
    }

    private void ExpandSimple(KernelStatement statement)
    {
        switch (statement)
        {
            case KernelStatement.Declare declare:
                Emit(declare with
                {
                    Extents = [.. declare.Extents.Select(Rewritten)],
                    Initial = declare.Initial is { } initial ? Rewritten(initial) : null,
                    Variable = Fresh(declare.Variable),
                });
                break;
            case KernelStatement.Assign assign:
                Emit(assign with { Value = Rewritten(assign.Value), Target = Rewritten(assign.Target) });
                break;
            case KernelStatement.Evaluate evaluate:
                Emit(evaluate with { Value = Rewritten(evaluate.Value) });
                break;
            case KernelStatement.Promised promised:
                Emit(promised with { Promise = Rewritten(promised.Promise) });
                break;
            case KernelStatement.Call call:
                ExpandCall(call);
                break;
            case KernelStatement.Return exit:
                ExpandReturn(exit);
                break;
            default:
                Emit(statement);
                break;
        }
    }

    private void ExpandBranch(KernelStatement.If branch)
    {
        var condition = Rewritten(branch.Condition);
        var isNever = ConstantNumber.IsZero(condition);
        var isAlways = ConstantNumber.IsNotZero(condition);
        if (isNever || isAlways)
        {
            Expand(isAlways ? branch.Then : branch.Else);
            return;
        }

        Emit(new KernelStatement.If(
            condition,
            Captured(() => ExpandAll(branch.Then.Statements), branch.Then.Span),
            Captured(() => ExpandAll(branch.Else.Statements), branch.Else.Span),
            branch.Span));
    }

    private void ExpandLoop(KernelStatement.Loop loop)
    {
        var initial = Captured(() => ExpandAll(loop.Initial), loop.Span).Statements;
        if (ConstantNumber.IsZero(loop.Condition))
        {
            _statements.AddRange(initial);
            Expand(loop.IsTestFirst ? new KernelStatement.Block([], loop.Span) : loop.Body);
            return;
        }

        Value? condition = null;
        var prelude = Captured(
            () =>
            {
                ExpandAll(loop.Prelude);
                condition = loop.Condition is null ? null : Rewritten(loop.Condition);
            },
            loop.Span).Statements;
        Emit(loop with
        {
            Initial = initial,
            Prelude = prelude,
            Condition = condition,
            Body = Captured(() => ExpandAll(loop.Body.Statements), loop.Body.Span),
            Update = Captured(() => ExpandAll(loop.Update), loop.Span).Statements,
            Promises = [.. loop.Promises.Select(Rewritten)],
            Counted = null,
        });
    }

    private void ExpandReturn(KernelStatement.Return exit)
    {
        var value = exit.Value is null ? null : Rewritten(exit.Value);
        if (_frames.Count == 1)
        {
            Emit(exit with { Value = value });
        }
        else if (value is not null)
        {
            Emit(_frames.Peek().Result is { } result
                ? new KernelStatement.Assign(new Place.Named(result, result.Type, exit.Span), value, exit.Span)
                : new KernelStatement.Evaluate(value, exit.Span));
        }
    }

    private void Emit(KernelStatement statement)
    {
        _count++;
        _statements.Add(statement);
    }

    private KernelStatement.Block Captured(Action expand, TextSpan span)
    {
        var outer = _statements;
        _statements = [];
        expand();
        var block = new KernelStatement.Block([.. _statements], span);
        _statements = outer;
        return block;
    }
}
