using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity.Flow;

/// <summary>
/// Follows values through the functions of a kernel until nothing new is learned, and then once more to write down what
/// detectors ask for. The order of statements does not count, nor which call of a function it was: what may depend is
/// taken to depend.
/// </summary>
internal sealed partial class FlowWalk
{
    /// <summary>Each round adds at least one bit; kernels need three or four.</summary>
    private const int MostRounds = 64;

    private readonly Dictionary<Symbol, KernelFunction> _functions;
    private readonly KernelFunction _entry;
    private readonly Dictionary<object, Fact> _held = [];
    private readonly Dictionary<object, int> _slots = [];
    private readonly List<object> _owners = [];
    private readonly Dictionary<KernelFunction, Fact> _returned = [];
    private readonly Dictionary<KernelFunction, Sources> _contexts = [];
    private readonly Dictionary<KernelFunction, int> _depths = [];
    private readonly Queue<KernelFunction> _pending = [];
    private readonly HashSet<KernelFunction> _met = [];
    private readonly HashSet<object> _filled = [];
    private readonly Dictionary<object, (EarlyRead Read, KernelStatement.Loop? Loop)> _early = [];
    private KernelStatement.Loop? _outerLoop;
    private KernelFunction _function;
    private KernelStatement _statement;
    private Sources _context;
    private int _depth;
    private int _choices;
    private bool _isLast;
    private bool _hasChanged;

    private FlowWalk(Module module, KernelFunction entry)
    {
        _functions = module.Functions.Where(function => function.Body is not null)
            .GroupBy(function => function.Symbol).ToDictionary(group => group.Key, group => group.Last());
        Module = module;
        _entry = _function = entry;
        _statement = entry.Body!;
        for (var index = 0; index < entry.Parameters.Length; index++)
        {
            var parameter = entry.Parameters[index];
            _held[parameter] = parameter.Type is CType.Pointer
                ? new(Sources.None, Roots.Parameter(index))
                : new(Sources.Numbers(Sources.Slot(index)), Roots.None);
        }
    }

    public static FlowWalk Of(Module module, KernelFunction entry)
    {
        var walk = new FlowWalk(module, entry);
        for (var round = 0; round < MostRounds && walk.Round(isLast: false); round++)
        {
        }

        walk.Round(isLast: true);
        return walk;
    }

    public Module Module { get; }

    public KernelFunction Entry => _entry;

    /// <summary>What each parameter's object gets from the kernel, by slot.</summary>
    public Sources[] Stored { get; } = new Sources[Sources.Slots];

    /// <summary>What decides which statements run and which elements they touch.</summary>
    public Sources Steering { get; private set; }

    /// <summary>What the entry point returns.</summary>
    public Fact Returned => _returned.GetValueOrDefault(_entry);

    /// <summary>Whether there is code that was not followed.</summary>
    public bool IsIncomplete { get; private set; }

    public IEnumerable<KernelFunction> Reached => _met;

    public List<Condition> Conditions { get; } = [];

    public List<Store> Stores { get; } = [];

    /// <summary>What is put into variables that outlive the call.</summary>
    public List<(Variable Variable, Sources Sources, TextSpan Span)> Kept { get; } = [];

    /// <summary>Stores that can only reach objects the file calls constant and that outlive the call.</summary>
    public List<(Variable Variable, TextSpan Span)> ConstantsWritten { get; } = [];

    public List<ElementRead> Reads { get; } = [];

    public List<ForeignCall> Calls { get; } = [];

    public List<EarlyRead> EarlyReads { get; } = [];

    /// <summary>Returns of the entry point, with what they depend on.</summary>
    public List<(KernelStatement.Return Statement, Sources Sources)> Returns { get; } = [];

    /// <summary>Every value, once for each place it is written at, and where.</summary>
    public List<(Value Value, Where At)> Values { get; } = [];

    public Dictionary<Value, Fact> Facts { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>All that a variable is set to; null for what is not one value.</summary>
    public Dictionary<Variable, List<Value?>> Definitions { get; } = [];

    public bool IsDefinedHere(Symbol function) => _functions.ContainsKey(function);

    public KernelFunction? FunctionOf(Symbol function) => _functions.GetValueOrDefault(function);

    private Where Here => new(_function, _depth);

    private bool Round(bool isLast)
    {
        _isLast = isLast;
        _hasChanged = false;
        _met.Clear();
        Meet(_entry, 0);
        while (_pending.TryDequeue(out var function))
        {
            _function = function;
            _depth = _depths[function];
            _context = _contexts.GetValueOrDefault(function);
            _filled.Clear();
            Walk(function.Body!);
            EarlyReads.AddRange(_early.Values.Select(early => early.Read));
            _early.Clear();
        }

        return _hasChanged;
    }

    private void Meet(KernelFunction function, int depth)
    {
        if (!_depths.TryGetValue(function, out var known) || depth < known)
        {
            _depths[function] = depth;
            _hasChanged = true;
        }

        if (_met.Add(function))
        {
            _pending.Enqueue(function);
        }
    }

    private void WalkAll(IEnumerable<KernelStatement> statements)
    {
        foreach (var statement in statements)
        {
            Walk(statement);
        }
    }

    private void Walk(KernelStatement statement)
    {
        _statement = statement;
        switch (statement)
        {
            case KernelStatement.Block block:
                WalkAll(block.Statements);
                break;
            case KernelStatement.Declare declare:
                foreach (var extent in declare.Extents)
                {
                    Follow(extent);
                }

                if (declare is { Initial: null, Variable: { Storage: StorageKind.Automatic, Type: CType.Array or CType.VariableArray } array })
                {
                    _unset[array] = ($"'{array.Name}'", _function);
                }

                if (declare.Initial is { } initial)
                {
                    Put(new Place.Named(declare.Variable, declare.Variable.Type, declare.Span), initial);
                }

                break;
            case KernelStatement.Assign assign:
                Put(assign.Target, assign.Value);
                break;
            case KernelStatement.Evaluate evaluate:
                Follow(evaluate.Value);
                break;
            case KernelStatement.Call call:
                WalkCall(call);
                break;
            case KernelStatement.If branch:
                Under(Decide(branch, branch.Condition), () =>
                {
                    _choices++;
                    WalkAll(branch.Then.Statements);
                    WalkAll(branch.Else.Statements);
                    _choices--;
                });
                break;
            case KernelStatement.Loop loop:
                WalkLoop(loop);
                break;
            case KernelStatement.Switch choice:
                Under(Decide(choice, choice.Subject), () =>
                {
                    _choices++;
                    WalkAll(choice.Cases.SelectMany(option => option.Statements));
                    _choices--;
                });
                break;
            case KernelStatement.Return { Value: { } value } exit:
                WalkReturn(exit, Follow(value));
                break;
            case KernelStatement.Region region:
                WalkAll(region.Body.Statements);
                break;
            case KernelStatement.Unsupported:
                IsIncomplete = true;
                break;
        }
    }

    private void WalkLoop(KernelStatement.Loop loop)
    {
        WalkAll(loop.Initial);
        _outerLoop = _depth == _depths[_function] ? loop : _outerLoop;
        _depth++;
        WalkAll(loop.Prelude);
        _statement = loop;
        Under(loop.Condition is { } condition ? Decide(loop, condition) : Sources.None, () =>
        {
            WalkAll(loop.Body.Statements);
            WalkAll(loop.Update);
        });
        _depth--;
    }

    private void WalkReturn(KernelStatement.Return exit, Fact value)
    {
        var known = _returned.GetValueOrDefault(_function);
        var fact = known | value | _context;
        if (fact != known)
        {
            _returned[_function] = fact;
            _hasChanged = true;
        }

        if (_isLast && _function == _entry)
        {
            Returns.Add((exit, value.Sources));
        }
    }

    private Sources Decide(object node, Value condition)
    {
        var sources = Tested(condition, Follow(condition)).Sources;
        Steering |= sources;
        if (_isLast)
        {
            Conditions.Add(new(node, condition, sources, Here));
        }

        return sources;
    }

    /// <summary>What is stored under a condition depends on it; an address that decided is not passed on by that.</summary>
    private void Under(Sources condition, Action walk)
    {
        var outer = _context;
        _context |= condition.Without(Sources.AnyAddress | Sources.Approximation);
        walk();
        _context = outer;
    }

    /// <summary>The slot of an object of the kernel's own: a variable, or the place of the call that allocates it.</summary>
    private Roots RootOf(object owner)
    {
        if (!_slots.TryGetValue(owner, out var slot))
        {
            slot = Math.Min(Sources.Slots + _owners.Count, Roots.Slots);
            _slots[owner] = slot;
            _owners.Add(owner);
        }

        return Roots.Object(slot);
    }

    private IEnumerable<object> OwnersOf(Roots roots) =>
        roots.Objects.SelectMany(slot => slot < Roots.Slots ? [_owners[slot - Sources.Slots]] : _owners.Skip(Roots.Slots - Sources.Slots));

    private void Hold(object owner, Fact fact)
    {
        var known = _held.GetValueOrDefault(owner);
        if ((known | fact) is var joined && joined != known)
        {
            _held[owner] = joined;
            _hasChanged = true;
        }
    }

    private void Define(Variable variable, Value? value)
    {
        if (_isLast)
        {
            if (!Definitions.TryGetValue(variable, out var values))
            {
                Definitions[variable] = values = [];
            }

            values.Add(value);
        }
    }
}
