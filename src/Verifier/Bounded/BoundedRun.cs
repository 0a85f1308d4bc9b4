using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What one parameter of a run is given.</summary>
public abstract record RunArgument
{
    private RunArgument() { }

    /// <summary>The buffers with their positions among the buffers; an element of two is best known by the one that is written.</summary>
    internal static IEnumerable<(int Position, Buffer Buffer)> WrittenFirst(IEnumerable<RunArgument> arguments) =>
        arguments.OfType<Buffer>().Index().OrderBy(pair => pair.Item.IsReadOnly);

    /// <summary>A scalar that is known or a term.</summary>
    public sealed record Value(Scalar Scalar) : RunArgument;

    /// <summary>A buffer of scalars of one type, aligned as promised and no better.</summary>
    public sealed record Buffer(string Name, CType Element, ImmutableArray<Scalar> Contents, int Alignment, bool IsReadOnly) : RunArgument
    {
        /// <summary>Where it lies in another buffer's object, contents alike where they meet; null where it has an object of its own.</summary>
        public BufferOverlap? Overlap { get; init; }
    }
}

/// <summary>How a run ended, what the buffers hold then, and what it cost.</summary>
/// <param name="Obligations">What the contents must be like for the outcome to be this one.</param>
/// <param name="HasOpenOrder">Whether threads combined results in an order that OpenMP leaves open; this run shows one.</param>
/// <param name="Buffers">The elements of each buffer among the arguments, in their order.</param>
public sealed record RunResult(
    RunOutcome Outcome, ImmutableArray<Obligation> Obligations, ImmutableArray<ImmutableArray<Scalar>> Buffers, Scalar Returned, long Steps, bool HasOpenOrder)
{
    /// <summary>Whether any thread of a team could have done what one did.</summary>
    public bool HasOpenSharing { get; init; }

    /// <summary>Sides of branches that were taken if their condition holds for some contents.</summary>
    internal ImmutableArray<DoubtfulSide> DoubtfulSides { get; init; } = [];

    /// <summary>Whether anything hung on which of two buffers lies before the other.</summary>
    public bool HasOpenPlacement { get; init; }

    /// <summary>What the next call would find; null where calls leave nothing behind.</summary>
    internal KeptState? Kept { get; init; }

    /// <summary>The library functions that were called of which nothing is known but that the same arguments give the same result.</summary>
    public ImmutableArray<string> LibraryFunctions { get; init; } = [];
}

/// <summary>Runs one function for known sizes over symbolic contents.</summary>
public sealed class BoundedRun
{
    private readonly ModuleCode _code;
    private readonly KernelFunction _entry;

    /// <summary>Compiles the function; what it calls is compiled once it is called.</summary>
    public BoundedRun(Module module, Module library, KernelFunction entry)
    {
        _code = new(module, library);
        _entry = entry;
    }

    /// <summary>Whether anything that lives as long as the program may change: then one call can depend on those before it.</summary>
    public bool HasState => _code.HasState;

    /// <summary>Where control can go two ways in the functions that were called, by the nodes of the kernel form.</summary>
    internal IEnumerable<KeyValuePair<object, BranchPoint>> Branches => _code.Branches;

    /// <summary>The sides of branches and loops that no run has taken so far, in the functions that were called.</summary>
    internal IEnumerable<UntakenSide> SidesNotTaken =>
        from branch in Branches
        from side in branch.Value.Sides
        where !side.WasTaken
        orderby branch.Value.Span, side.Side descending
        select new UntakenSide(branch.Key, branch.Value, side.Side, side.Missing);

    /// <summary>All sides of branches and loops in the functions that were called, and whether every instance of a side was taken.</summary>
    public IEnumerable<(TextSpan Span, string Missing, bool WasTaken)> Sides => _code.BranchPoints
        .SelectMany(point => point.Sides.Select(side => (point.Span, side.Missing, side.WasTaken)))
        .GroupBy(side => (side.Span, side.Missing), (side, all) => (side.Span, side.Missing, all.All(one => one.WasTaken)))
        .OrderBy(side => side.Span);

    /// <summary>How many sides runs have taken so far; cheaper to ask for than which.</summary>
    public int SidesTaken => _code.BranchPoints.Sum(point => (point.WasTrue ? 1 : 0) + (point.WasFalse ? 1 : 0));

    /// <summary>Which sides were taken so far, to be put back where later runs turn out not to count.</summary>
    internal TakenSides KeepSides() => new(() => _code.BranchPoints);

    /// <summary>The same function, of which no run has taken any side yet.</summary>
    public BoundedRun Afresh() => new(_code.Module, _code.Library, _entry);

    public RunResult Run(TermBuilder terms, IReadOnlyList<RunArgument> arguments, RunOptions options)
    {
        var memory = new Memory();
        var run = new RunState(terms, memory, options);
        var machine = new Machine(run);
        ArgumentObjects? objects = null;
        RunOutcome outcome = new RunOutcome.Finished();
        var returned = Scalar.Indeterminate;
        try
        {
            if (_code.Refused is var (construct, span))
            {
                throw Machine.Unsupported(construct, span);
            }

            GlobalObjects.Make(_code, run);
            for (var call = 0; call < options.Calls; call++)
            {
                objects = new(call < options.Calls - 1 ? options.Earlier ?? arguments : arguments, _entry, run);
                returned = Call(machine, objects.Values);
            }
        }
        catch (RunEnded ended)
        {
            outcome = machine.Placed(ended.Outcome);
        }

        return new(
            outcome,
            [.. run.Obligations],
            objects?.Contents() ?? [],
            returned,
            run.StepsTaken,
            run.HasOpenOrder)
        {
            HasOpenSharing = run.HasOpenSharing,
            DoubtfulSides = [.. run.DoubtfulSides.Select(pair => new DoubtfulSide(pair.Key.Point, pair.Key.Side, [.. pair.Value]))],
            HasOpenPlacement = run.HasOpenPlacement,
            Kept = HasState ? new(run) : null,
            LibraryFunctions = [.. run.LibraryFunctions],
        };
    }

    private Scalar Call(Machine machine, ImmutableArray<Scalar> values)
    {
        if (_code.CodeOf(_entry.Symbol) is not { } code || code.ParameterSlots.Length != values.Length)
        {
            throw Machine.Unsupported("call with other arguments than parameters", _entry.Span);
        }

        machine.NewFrame(0, code.FrameSize);
        for (var index = 0; index < values.Length; index++)
        {
            machine.Set(code.ParameterSlots[index], values[index]);
        }

        machine.Call(code, 0, _entry.Span);
        return _entry.Type.Result is CType.Void ? Scalar.Indeterminate : machine.Result[0];
    }
}
