using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class Machine
{
    private const int MaximumNesting = 200;

    private IReadOnlyList<Branch> _ways = [];

    /// <summary>How many conditions on contents the run is under.</summary>
    public int Nesting { get; private set; }

    /// <summary>The condition on contents under which the run is here.</summary>
    public Term Path { get; private set; } = run.Terms.True;

    public bool IsConditional => Path != Terms.True;

    /// <summary>The stores since the run became conditional; null where it is not.</summary>
    public Journal? Journal { get; private set; }

    /// <summary>The ways that the last <see cref="Signal.Split"/> left.</summary>
    public IReadOnlyList<Branch> Ways => _ways;

    /// <summary>A side of a branch is taken: where the run is under a condition, if any contents fulfil it.</summary>
    public bool Took(BranchPoint point, bool side)
    {
        if (!IsConditional)
        {
            return point.Note(side);
        }

        Run.Doubt(point, side, Path);
        return side;
    }

    /// <summary>A condition on contents goes both ways, as far as there are contents for either.</summary>
    public Scalar Took(BranchPoint point, Scalar truth)
    {
        if (truth.IsConcrete)
        {
            Took(point, truth.Bits != 0);
            return truth;
        }

        if (point is { WasTrue: true, WasFalse: true })
        {
            return truth;
        }

        var sort = Terms.Store.SortOf(truth.Term);
        var condition = sort == Sort.Boolean ? truth.Term : Truth(truth, sort).ToTerm(Terms, Sort.Boolean);
        Run.Doubt(point, true, Terms.Apply(Operator.And, Path, condition));
        Run.Doubt(point, false, Terms.Apply(Operator.And, Path, Terms.Not(condition)));
        return truth;
    }

    /// <summary>What has to hold wherever the run is now.</summary>
    public void Owe(Term condition, RunOutcome otherwise)
    {
        var term = Terms.Apply(Operator.Or, Terms.Not(Path), condition);
        if (term != Terms.True)
        {
            Run.Obligations.Add(new(term, Placed(otherwise)));
        }
    }

    /// <summary>Where a thread is and what it is inside of, to be put back after a way that ended somewhere in the depth.</summary>
    public readonly record struct Position(int Base, int Depth, long StackBytes, TextSpan CallSite, Guard Guard, Address? AtomicPlace, int Tasks, int? Lane);

    /// <summary>What ended a run, at the place in the kernel's text from which the model library was called.</summary>
    public RunOutcome Placed(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Violated violated when violated.Span == default => violated with { Span = CallSite },
        RunOutcome.Unsupported unsupported when unsupported.Span == default => unsupported with { Span = CallSite },
        _ => outcome,
    };

    /// <summary>Begins a branch: stores are noted from now on.</summary>
    public Position Enter(Term path)
    {
        if (Nesting >= MaximumNesting)
        {
            throw Unsupported("choices that depend on contents, nested too deep", default);
        }

        Nesting++;
        (Path, Journal) = (path, new(Memory.Count));
        return new(Base, _depth, StackBytes, CallSite, Guard, AtomicPlace, _tasks.Count, Lane);
    }

    /// <summary>Ends a branch and takes its stores back.</summary>
    public void Leave(Position position, Term path, Journal? journal)
    {
        for (var last = Journal!.Stores.Count - 1; last >= 0; last--)
        {
            var (target, offset, sort, before) = Journal.Stores[last];
            target.Store(offset, sort.Width / 8, before);
        }

        Nesting--;
        (Base, _depth, StackBytes, CallSite) = (position.Base, position.Depth, position.StackBytes, position.CallSite);
        (Guard, AtomicPlace, Lane) = (position.Guard, position.AtomicPlace, position.Lane);
        _tasks.RemoveRange(position.Tasks, _tasks.Count - position.Tasks);
        (Path, Journal) = (path, journal);
    }

    /// <summary>Puts a scalar where the state of a branch has it.</summary>
    public void Replace(MemoryObject target, long offset, Sort sort, Scalar value)
    {
        Journal?.Stores.Add((target, offset, sort, target.Whole(offset, sort.Width / 8) ?? throw Unsupported("a store to parts of values that depends on contents", default)));
        target.Store(offset, sort.Width / 8, value);
    }

    public void LeaveWays(IReadOnlyList<Branch> ways) => _ways = ways;

    public IReadOnlyList<Branch> TakeWays()
    {
        var ways = _ways;
        _ways = [];
        return ways;
    }
}
