using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Counting;

/// <summary>
/// Counts the work of one call for given sizes and no contents. A loop whose body does the same in every iteration is
/// walked once; others are run, as far as there are steps for it.
/// </summary>
internal sealed partial class WorkCount
{
    /// <summary>Enough for the blocks of a tiled kernel at the sizes that are asked for, and a millisecond at most.</summary>
    private const int MostSteps = 10_000;

    private const int MostCalls = 64;

    private readonly FlowWalk _walk;
    private readonly KernelFunction _entry;
    private readonly ulong _inputs;
    private readonly bool _asksForThread;
    private readonly bool _keepsState;
    private readonly HashSet<KernelStatement> _stores = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Changes> _changes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Value, (double Fixed, Value? Varying)> _costs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Variable, Value?> _initials;
    private readonly Dictionary<Variable, bool> _tracked = [];

    private readonly Dictionary<(KernelFunction, string), (Work, Known?)> _known = [];
    private readonly Dictionary<Variable, Cells> _globals = [];
    private readonly Stack<Frame> _frames = [];
    private int _steps;
    private int _team;
    private Crew _crew;
    private string _target = "";
    private bool _isLost;

    /// <summary>One call of a function: its objects, and what it returned.</summary>
    private sealed class Frame
    {
        public Dictionary<Variable, Cells> Objects { get; } = [];

        public Known? Result { get; set; }

        public bool HasReturned { get; set; }
    }

    /// <summary>Which thread of how many control is in; one of one outside of parallel regions.</summary>
    private readonly record struct Crew(int Thread, int Size, bool IsParallel);

    public WorkCount(FlowWalk walk, KernelFunction entry, ulong inputs, ulong outputs)
    {
        (_walk, _entry, _inputs) = (walk, entry, inputs);
        _stores.UnionWith(walk.Stores.Where(store => store.IsWork(inputs, outputs)).Select(store => store.Statement));
        _asksForThread = walk.Calls.Any(call => call.Target.Name == "omp_get_thread_num");
        _keepsState = walk.Kept.Count > 0;
        _initials = walk.Module.Globals.GroupBy(global => global.Variable).ToDictionary(group => group.Key, group => group.Select(global => global.Initial).FirstOrDefault(initial => initial is not null));
    }

    /// <summary>Whether what a kernel does can depend on how many threads there are.</summary>
    public bool DependsOnTeam => _asksForThread;

    /// <summary>The work of a call, or null where nobody can tell without its contents. Parameters without a number are null.</summary>
    public Work? At(IReadOnlyList<long?> sizes, int team)
    {
        _known.Clear();
        _globals.Clear();
        _frames.Clear();
        (_steps, _team, _crew, _isLost) = (MostSteps, team, new(0, 1, false), false);
        var arguments = _entry.Parameters.Select((parameter, index) =>
            parameter.Type is CType.Pointer ? new Known.Contents() : sizes[index] is { } size ? Known.Of(size, parameter.Type) : (Known?)null);
        var (work, _) = Call(_entry, [.. arguments]);
        return _isLost ? null : work;
    }

    private bool Step() => !(_isLost |= --_steps < 0);

    private (Work Work, Known? Result) Call(KernelFunction function, Known?[] arguments)
    {
        if (!Step() || _frames.Count == MostCalls || function.Body is null)
        {
            _isLost = true;
            return (Work.None, null);
        }

        var isFree = !_keepsState && arguments.All(argument => argument is null or Known.Whole or Known.Real or Known.Contents);
        var key = (function, isFree ? $"{_crew} {string.Join(", ", arguments.Select(argument => argument?.ToString()))}" : "");
        if (isFree && _known.TryGetValue(key, out var known))
        {
            return known;
        }

        _frames.Push(new());
        foreach (var (parameter, argument) in function.Parameters.Zip(arguments))
        {
            CellsOf(parameter).Write(new(CellsOf(parameter), "", null), argument);
        }

        var (work, _) = Run(function.Body);
        var answer = (work, _frames.Pop().Result);
        if (isFree && !_isLost)
        {
            _known[key] = answer;
        }

        return answer;
    }

    /// <summary>Floating numbers and vectors that come from the inputs decide nothing the sizes decide.</summary>
    private bool IsTracked(Variable variable)
    {
        if (!_tracked.TryGetValue(variable, out var isTracked))
        {
            _tracked[variable] = isTracked = Precision.WidthInBits(Element(variable.Type)) == 0
                || (variable.Type is CType.Floating && !variable.IsAddressTaken && _walk.Definitions.GetValueOrDefault(variable, []).All(definition => definition is not null && (_walk.Facts[definition].Sources.ContentsOf & _inputs) == 0));
        }

        return isTracked;
    }

    private static CType Element(CType type) => type switch
    {
        CType.Array array => Element(array.Element),
        CType.VariableArray array => Element(array.Element),
        _ => type,
    };

    private Cells CellsOf(Variable variable)
    {
        var objects = variable.Storage == StorageKind.Automatic ? _frames.Peek().Objects : _globals;
        if (!objects.TryGetValue(variable, out var cells))
        {
            objects[variable] = cells = new(isZeroed: false);
            if (variable.Storage != StorageKind.Automatic && ConstantObjects.IsConstant(variable.Type) && _initials.GetValueOrDefault(variable) is { } initial)
            {
                cells.Write(new(cells, "", null), Evaluate(initial));
            }
        }

        return cells;
    }

    /// <summary>What a part of a kernel may change: variables by name, and perhaps those that pointers lead to.</summary>
    private sealed record Changes(HashSet<Variable> Variables, bool ThroughPointers);

    private Changes ChangesIn(KernelStatement statement)
    {
        if (!_changes.TryGetValue(statement, out var changes))
        {
            var variables = new HashSet<Variable>();
            var throughPointers = false;
            foreach (var node in KernelWalk.DescendantsAndSelf(statement))
            {
                var changed = node switch
                {
                    KernelStatement.Assign assign => assign.Target.Root,
                    KernelStatement.Declare declare => declare.Variable,
                    KernelStatement.Call call => call.Result,
                    _ => null,
                };
                throughPointers |= node is KernelStatement.Call or Value.PureCall || (node is KernelStatement.Assign { Target: var target } && target.Root is null && target.Type is not CType.Floating);
                if (changed is not null && IsTracked(changed))
                {
                    variables.Add(changed);
                }
            }

            _changes[statement] = changes = new(variables, throughPointers);
        }

        return changes;
    }

    private IEnumerable<Cells> Changing(KernelStatement statement)
    {
        var changes = ChangesIn(statement);
        var named = changes.Variables.Select(CellsOf).ToList();
        return changes.ThroughPointers ? named.Concat(Exposed()).Distinct() : named;
    }

    /// <summary>Objects that pointers can lead to.</summary>
    private IEnumerable<Cells> Exposed() =>
        _frames.SelectMany(frame => frame.Objects).Concat(_globals)
            .Where(pair => (pair.Key.IsAddressTaken || pair.Key.Type is CType.Array) && !ConstantObjects.IsConstant(pair.Key.Type)).Select(pair => pair.Value);

    private List<(Cells Object, Cells Before)> Snapshot(KernelStatement statement) => [.. Changing(statement).Select(cells => (cells, cells.Copy()))];

    private static void Restore(List<(Cells Object, Cells Before)> snapshot)
    {
        foreach (var (cells, before) in snapshot)
        {
            cells.Restore(before);
        }
    }

    private void Forget(KernelStatement statement)
    {
        foreach (var cells in Changing(statement))
        {
            cells.Forget();
        }
    }
}
