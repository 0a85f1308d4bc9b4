using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

/// <summary>
/// Goes through a kernel once, from its entry into every call, and takes down what must hold of the sizes for each side of a
/// branch to be taken. What it does not understand may be anything: a condition it gives may hold where the side is
/// not taken, but never the other way round.
/// </summary>
internal sealed partial class SideWalk
{
    private readonly SizeFormulas _formulas;
    private readonly Module _module;

    /// <summary>How many threads a team has by the contract's promise.</summary>
    private readonly WholeTerm? _promisedTeam;

    private readonly Dictionary<object, (string WhenTrue, string WhenFalse)> _sides = new(ReferenceEqualityComparer.Instance);

    /// <summary>Nodes that are not understood at all.</summary>
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>Variables in the order in which they are met, so that the same kernel has the same questions.</summary>
    private readonly Dictionary<Variable, int> _numbers = [];

    private bool _isUnnoted;

    public SideWalk(SizeFormulas formulas, Module module, WholeTerm? promisedTeam) =>
        (_formulas, _module, _promisedTeam) = (formulas, module, SetsTeams(module) ? null : promisedTeam);

    /// <summary>Whether the kernel sets the size of teams by other means than clauses: then promises say little.</summary>
    private static bool SetsTeams(Module module) => module.Functions.Where(function => function.Body is not null)
        .SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!))
        .Any(node => node is KernelStatement.Call { Target.Name: var name } && name.StartsWith("omp_set_", StringComparison.Ordinal));

    public void Walk(KernelFunction entry, ImmutableArray<WholeTerm?> arguments) => Inlined(entry, arguments, WalkState.Begin);

    /// <summary>What must hold where a node's condition is true, and where it is false; null where nothing is known.</summary>
    public (string WhenTrue, string WhenFalse)? SidesOf(object node) =>
        !_formulas.IsFull && !_open.Contains(node) && _sides.TryGetValue(node, out var sides) ? sides : null;

    /// <summary>Control comes to a node once more, with a condition.</summary>
    private void Note(object node, string path, string condition)
    {
        if (_isUnnoted)
        {
            return;
        }

        var (whenTrue, whenFalse) = (_formulas.And(path, condition), _formulas.And(path, _formulas.Not(condition)));
        _sides[node] = _sides.TryGetValue(node, out var before)
            ? (_formulas.Or(before.WhenTrue, whenTrue), _formulas.Or(before.WhenFalse, whenFalse))
            : (whenTrue, whenFalse);
    }

    /// <summary>Reads what is not computed there, or was noted elsewhere.</summary>
    private T Unnoted<T>(Func<T> read)
    {
        _isUnnoted = true;
        var result = read();
        _isUnnoted = false;
        return result;
    }

    /// <summary>The state behind a statement; null where control does not get there.</summary>
    private WalkState? Walk(KernelStatement statement, WalkState at)
    {
        switch (statement)
        {
            case KernelStatement.Block block:
                return WalkAll(block.Statements, at);
            case KernelStatement.Declare declare:
                VisitAll(declare.Extents, at);
                return Assigned(declare.Variable, declare.Initial is { } initial ? Read(initial, at) : null, at);
            case KernelStatement.Assign assign:
                Visit(assign.Target, at);
                var value = Read(assign.Value, at);
                return assign.Target is Place.Named { Variable: var variable } ? Assigned(variable, value, at) : at;
            case KernelStatement.Call call:
                var result = Called(call.Target, call.Arguments, at);
                return call.Result is { } target ? Assigned(target, result, at) : at;
            case KernelStatement.If branch:
                return Branch(branch, at);
            case KernelStatement.Loop loop:
                return Loop(loop, at);
            case KernelStatement.Switch choice:
                return Switch(choice, at);
            case KernelStatement.Region region:
                return Region(region, at);
            case KernelStatement.Return exit:
                _returns.Peek().Add((at.Path, exit.Value is { } returned ? Read(returned, at) : null));
                return null;
            case KernelStatement.Break or KernelStatement.Continue:
                return null;
            default:
                VisitAll(KernelWalk.ChildrenOf(statement), at);
                return at;
        }
    }

    /// <summary>Statements that control does not get to are gone through all the same.</summary>
    private WalkState? WalkAll(IEnumerable<KernelStatement> statements, WalkState at)
    {
        var (state, isReached) = (at, true);
        foreach (var statement in statements)
        {
            var next = Walk(statement, state);
            isReached &= next is not null;
            state = next ?? state with { Path = SizeFormulas.False };
        }

        return isReached ? state : null;
    }

    private WalkState Assigned(Variable variable, WholeTerm? value, WalkState at)
    {
        _numbers.TryAdd(variable, _numbers.Count);
        return IntegerRange.Of(variable.Type) is { } range ? at.Bind(variable, value is not null && value.IsWithin(range) ? value : _formulas.Fresh(range.Least, range.Greatest)) : at;
    }

    private WalkState? Branch(KernelStatement.If branch, WalkState at)
    {
        var condition = Condition(branch.Condition, at);
        Note(branch, at.Path, condition);
        var then = Walk(branch.Then, at with { Path = _formulas.And(at.Path, condition) });
        var otherwise = Walk(branch.Else, at with { Path = _formulas.And(at.Path, _formulas.Not(condition)) });
        return then is null ? otherwise : otherwise is null ? then : Joined(condition, then, otherwise, at);
    }

    private WalkState Joined(string condition, WalkState then, WalkState otherwise, WalkState before)
    {
        var values = before.Values;
        foreach (var (variable, old) in before.Values.OrderBy(pair => _numbers[pair.Key]))
        {
            var (one, other) = (then.Values.GetValueOrDefault(variable), otherwise.Values.GetValueOrDefault(variable));
            values = one is null || other is null ? values.Remove(variable)
                : one.Text == old.Text && other.Text == old.Text ? values
                : values.SetItem(variable, _formulas.Choice(condition, one, other));
        }

        var isPlain = then.Path == _formulas.And(before.Path, condition) && otherwise.Path == _formulas.And(before.Path, _formulas.Not(condition));
        return before with { Values = values, Path = isPlain ? before.Path : _formulas.Or(then.Path, otherwise.Path) };
    }

    /// <summary>Each case by itself, since control may fall through from the one before.</summary>
    private WalkState Switch(KernelStatement.Switch choice, WalkState at)
    {
        var subject = Read(choice.Subject, at);
        var within = Forgotten(ChangedIn(choice.Cases.SelectMany(part => part.Statements)), at);
        foreach (var part in choice.Cases)
        {
            var taken = part.IsDefault ? _formulas.Not(Labelled(choice.Cases.Where(other => other != part), subject)) : Labelled([part], subject);
            Note(part, at.Path, taken);
            WalkAll(part.Statements, within);
        }

        return Forgotten(ChangedIn(choice.Cases.SelectMany(part => part.Statements)), at);
    }

    private string Labelled(IEnumerable<SwitchCase> cases, WholeTerm? subject) => subject is null
        ? Unknown()
        : cases.SelectMany(part => part.Labels).Aggregate(SizeFormulas.False, (any, label) => _formulas.Or(any, _formulas.And(
            _formulas.Compare(Operation.GreaterOrEqual, subject, WholeTerm.Of(label.Low)), _formulas.Compare(Operation.LessOrEqual, subject, WholeTerm.Of(label.High)))));

    /// <summary>A condition that may hold or not.</summary>
    private string Unknown() => _formulas.Compare(Operation.Equal, _formulas.Fresh(0, 1), WholeTerm.Of(1));

    /// <summary>The variables may hold anything from now on.</summary>
    private WalkState Forgotten(IEnumerable<Variable> variables, WalkState at) =>
        variables.Aggregate(at, (state, variable) => Assigned(variable, null, state));

    /// <summary>The variables that statements change, in the order in which they do.</summary>
    private static ImmutableArray<Variable> ChangedIn(IEnumerable<KernelStatement> statements) =>
    [
        .. statements.SelectMany(KernelWalk.DescendantsAndSelf).Select(node => node switch
        {
            KernelStatement.Assign assign => assign.Target.Root,
            KernelStatement.Declare declare => declare.Variable,
            KernelStatement.Call call => call.Result,
            _ => null,
        }).OfType<Variable>().Distinct(),
    ];
}
