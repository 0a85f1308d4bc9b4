using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>One pass over an expanded body that lists what is in it, in order.</summary>
internal sealed class NestWalk
{
    private NestLoop? _loop;
    private NestRegion? _region;
    private Value? _guard;
    private NestCondition? _conditions;
    private int _order;

    public List<NestLoop> Loops { get; } = [];

    public List<NestStatement> Statements { get; } = [];

    public List<NestRegion> Regions { get; } = [];

    public Dictionary<Variable, List<Definition>> Definitions { get; } = [];

    /// <summary>Where each variable comes to life.</summary>
    public Dictionary<Variable, int> Declarations { get; } = [];

    public static NestWalk Of(KernelStatement.Block body)
    {
        var walk = new NestWalk();
        walk.Visit(body);
        return walk;
    }

    private void Visit(IEnumerable<KernelStatement> statements)
    {
        foreach (var statement in statements)
        {
            Visit(statement);
        }
    }

    private void Visit(KernelStatement statement)
    {
        switch (statement)
        {
            case KernelStatement.Block block:
                Visit(block.Statements);
                break;
            case KernelStatement.If branch:
                var test = Add(statement);
                VisitGuarded(new(test, branch.Condition, true, _conditions), branch.Then.Statements);
                VisitGuarded(new(test, branch.Condition, false, _conditions), branch.Else.Statements);
                break;
            case KernelStatement.Switch choice:
                VisitGuarded(new(Add(statement), choice.Subject, null, _conditions), choice.Cases.SelectMany(option => option.Statements));
                break;
            case KernelStatement.Loop loop:
                VisitLoop(loop);
                break;
            case KernelStatement.Region region:
                Add(statement);
                var outer = _region;
                _region = new(region, outer, _loop, _order);
                Regions.Add(_region);
                Visit(region.Body);
                _region.End = _order;
                _region = outer;
                break;
            default:
                Define(Add(statement));
                break;
        }
    }

    private void VisitGuarded(NestCondition condition, IEnumerable<KernelStatement> statements)
    {
        var outer = _guard;
        (_guard, _conditions) = (condition.Value, condition);
        Visit(statements);
        (_guard, _conditions) = (outer, condition.Outer);
    }

    private void VisitLoop(KernelStatement.Loop statement)
    {
        Visit(statement.Initial);
        var (outer, guard) = (_loop, _guard);
        var loop = new NestLoop(statement, outer, _region, _order++) { Conditions = _conditions };
        Loops.Add(loop);
        (_loop, _guard) = (loop, null);
        Visit(statement.Prelude);
        Add(statement);
        Visit(statement.Body);
        Visit(statement.Update);
        loop.End = _order;
        (_loop, _guard) = (outer, guard);
    }

    private NestStatement Add(KernelStatement statement)
    {
        var added = new NestStatement(statement, _loop, _region, _guard, _order++) { Conditions = _conditions };
        Statements.Add(added);
        return added;
    }

    private void Define(NestStatement at)
    {
        if (at.Statement is KernelStatement.Declare { Variable: var declared })
        {
            Declarations[declared] = at.Order;
        }

        switch (at.Statement)
        {
            case KernelStatement.Declare { Initial: { } initial } declare:
                Add(new Definition(new Place.Named(declare.Variable, declare.Variable.Type, declare.Span), initial, at));
                break;
            case KernelStatement.Assign assign:
                Add(new Definition(assign.Target, assign.Value, at));
                break;
            case KernelStatement.Call { Result: { } result } call:
                Add(new Definition(new Place.Named(result, result.Type, call.Span), null, at));
                break;
        }
    }

    private void Add(Definition definition)
    {
        if (definition.Target.Root is { } root)
        {
            if (!Definitions.TryGetValue(root, out var known))
            {
                Definitions[root] = known = [];
            }

            known.Add(definition);
        }
    }
}
