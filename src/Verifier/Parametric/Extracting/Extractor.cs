using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>
/// Runs a function once with all sizes symbolic. Scalars are followed as polynomials; a way that control may take becomes a
/// condition, a loop one turn that stands for all. What it cannot follow it makes <see cref="DimensionKind.Free"/>, or notes as
/// a gap.
/// </summary>
internal sealed partial class Extractor
{
    private const int DeepestCall = 24;

    private readonly Dictionary<Symbol, KernelFunction> _functions;
    private readonly Dictionary<Variable, GlobalVariable> _globals;
    private readonly Layout _layout;
    private readonly Journal _journal = new();
    private readonly Dictionary<Variable, DataObject> _statics = [];

    private readonly bool _isProgram;

    private State _state = State.Empty;
    private Formula _path = Formula.True;
    private ImmutableArray<Enclosure> _enclosures = [];
    private int _segment;
    private Team? _team;
    private Frame _frame;
    private Dealing? _dealing;

    public Extractor(Module module, Module library, KernelFunction entry)
    {
        _functions = module.Functions.Concat(library.Functions).Where(function => function.Body is not null).ToDictionary(function => function.Symbol);
        _globals = module.Globals.GroupBy(global => global.Variable).ToDictionary(group => group.Key, group => group.Last());
        _layout = new(module);
        (_frame, _isProgram) = (new(entry, null), entry.Name == "main");
        foreach (var gap in module.Gaps)
        {
            _journal.Add(new ExtractionGap(gap.Reason, gap.Span, GapKind.Construct, null));
        }
    }

    /// <summary>One call of a function: where it was called from, and what its returns so far gave.</summary>
    private sealed record Frame(KernelFunction Function, Frame? Caller)
    {
        public bool IsLibrary => Function.Symbol.Origin == SymbolOrigin.Library;

        public int Depth { get; } = Caller is null ? 0 : Caller.Depth + 1;

        public List<Departure> Returns { get; } = [];

        /// <summary>Ways out of the present turn of the innermost loop.</summary>
        public List<Departure> Continues { get; set; } = [];

        /// <summary>Ways out of the innermost loop or <c>switch</c>.</summary>
        public List<Departure> Breaks { get; set; } = [];

        /// <summary>How deep in loops of this function control is.</summary>
        public int Loops { get; set; }
    }

    /// <summary>One way out: under which condition, with what state and value.</summary>
    private sealed record Departure(Formula Condition, State State, Symbolic Value, bool IsInLoop, int Segment);

    /// <summary>The next loops whose turns are dealt to threads.</summary>
    private sealed record Dealing(ImmutableArray<Enclosure> Dealers, int Depth, ImmutableHashSet<Variable> Linear);

    /// <summary>What the threads of a team, or the teams of a league, share and change; such variables are memory.</summary>
    /// <param name="SharedByTasks">Variables of single threads that are memory, too, as their tasks share them.</param>
    private sealed record Team(Enclosure Region, ImmutableHashSet<Variable> Changed, ImmutableHashSet<Variable> SharedByTasks, Team? Outer);

    /// <summary>Everything about where extraction is, to come back to.</summary>
    private sealed record Spot(State State, Formula Path, ImmutableArray<Enclosure> Enclosures, int Segment, Team? Team, Frame Frame, Dealing? Dealing, ImmutableHashSet<Variable> Lanes);

    public Extraction Run(KernelFunction entry)
    {
        foreach (var parameter in entry.Parameters)
        {
            _state = _state.With(parameter, Argument(parameter, entry.Span));
            Home(parameter, entry.Span);
        }

        var parameters = entry.Parameters.Select(parameter => Described(parameter, _state.Values[parameter])).ToImmutableArray();
        SetGlobals();
        Run(entry.Body!);
        return _journal.Close(entry.Name) with { Parameters = parameters };
    }

    private static EntryParameter Described(Variable parameter, Symbolic value) => new(
        parameter.Name,
        value is Symbolic.Number { Value: var number } ? number.Dimensions.FirstOrDefault() : null,
        value is Symbolic.Address address ? address.Object : null);

    /// <summary>What lasts as long as the program: known at its start, and otherwise anything.</summary>
    private void SetGlobals()
    {
        foreach (var variable in _globals.Keys.Concat(StaticLocals()).InOrder())
        {
            _ = Home(variable, variable.Symbol?.Span ?? default);
            if (IsScalar(variable.Type))
            {
                _state = _state.With(variable, Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Parameter, variable.Symbol?.Span ?? default));
            }
        }

        foreach (var (variable, global) in _globals)
        {
            if (IsScalar(variable.Type) && (_isProgram || variable.Type.IsConst) && !variable.IsThreadPrivate && !(variable.Symbol?.IsDeclaredExtern ?? false))
            {
                _state = _state.With(variable, global.Initial is { } initial ? Converted(Evaluate(initial), initial.Type, variable.Type, global.Span) : Symbolic.Of(0));
            }
        }

    }

    private IEnumerable<Variable> StaticLocals() => _functions.Values
        .SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!)).OfType<KernelStatement.Declare>()
        .Select(declare => declare.Variable).Where(variable => variable.Storage != StorageKind.Automatic);

    /// <summary>What a parameter of the function that is looked at holds: anything, the same for the whole run.</summary>
    private Symbolic Argument(Variable parameter, TextSpan span) => parameter.Type switch
    {
        CType.Pointer pointer => new Symbolic.Address(
            _journal.Object(parameter.Name, DataObjectKind.Parameter, null, pointer.Pointee, null, span), IntegerPolynomial.Zero),
        _ => Anything(parameter.Type, parameter.Name, DimensionKind.Parameter, span),
    };

    /// <summary>A value of a type of which nothing is known.</summary>
    private Symbolic Anything(CType type, string name, DimensionKind kind, TextSpan span) => type switch
    {
        CType.Integer or CType.Boolean or CType.Enumeration => new Symbolic.Number(IntegerPolynomial.Of(Unknown(name, kind, type, span))),
        CType.Pointer pointer => new Symbolic.Address(_journal.Object($"*{name}", DataObjectKind.Unknown, null, pointer.Pointee, Innermost, span), IntegerPolynomial.Zero),
        _ => new Symbolic.Unknown(),
    };

    private Dimension Unknown(string name, DimensionKind kind, CType type, TextSpan span) => _journal.Dimension(
        name, kind, kind == DimensionKind.Parameter ? null : Innermost, span,
        own => IntegerRange.Of(type) is { Least.IsZero: true } ? Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.Zero) : Formula.True);

    private Enclosure? Innermost => _enclosures.IsEmpty ? null : _enclosures[^1];

    private Setting Setting(TextSpan span) => new(_enclosures, _path, _segment, _journal.NextPosition(), CallSite(span));

    /// <summary>Model functions are not part of the file: what they do happens where they are called.</summary>
    private TextSpan CallSite(TextSpan span) => _librarySpan ?? span;

    private TextSpan? _librarySpan;

    private void Gap(GapKind kind, string reason, TextSpan span) => _journal.Add(new ExtractionGap(
        reason, CallSite(span), kind, _enclosures.FirstOrDefault(enclosure => enclosure is Enclosure.Parallel or Enclosure.Simd or Enclosure.League)?.Span));

    private void Signalled(string reason, TextSpan span, ImmutableArray<DataObject> objects) =>
        _journal.Add(new Signal(reason, CallSite(span), _enclosures, objects));

    private Spot Here => new(_state, _path, _enclosures, _segment, _team, _frame, _dealing, _lanes);

    private void Return(Spot spot) =>
        (_state, _path, _enclosures, _segment, _team, _frame, _dealing, _lanes) = (spot.State, spot.Path, spot.Enclosures, spot.Segment, spot.Team, spot.Frame, spot.Dealing, spot.Lanes);

    /// <summary>Runs something to see what it gives, and leaves no trace of it.</summary>
    private T Tried<T>(Func<T> attempt)
    {
        var (spot, mark, continues, breaks, returns, loops) = (Here, _journal.Here, _frame.Continues, _frame.Breaks, _frame.Returns.Count, _frame.Loops);
        (_frame.Continues, _frame.Breaks) = ([], []);
        var result = attempt();
        Return(spot);
        _journal.Return(mark);
        (_frame.Continues, _frame.Breaks, _frame.Loops) = (continues, breaks, loops);
        _frame.Returns.RemoveRange(returns, _frame.Returns.Count - returns);
        return result;
    }

    private T Under<T>(Formula condition, Func<T> action)
    {
        var path = _path;
        _path = Formula.And(path, condition);
        var result = action();
        _path = path;
        return result;
    }

    private static bool IsScalar(CType type) => type is CType.Integer or CType.Boolean or CType.Enumeration or CType.Floating or CType.Pointer or CType.Vector or CType.Complex;

    private static bool IsInteger(CType type) => type is CType.Integer or CType.Boolean or CType.Enumeration;
}
