using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Reach;
using HpcVerify.Verifier.Smt;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Looks for sizes that take the sides of branches that no planned size has taken (SOUNDNESS 17): Z3 picks sizes for a condition
/// that holds wherever the side is taken, and a run shows whether it is.
/// </summary>
internal sealed class SideSearch
{
    private const int MostRounds = 5;

    /// <summary>How many sizes are run at for one side.</summary>
    private const int MostTries = 3;

    /// <summary>How many sizes are looked at for one side, with those that were run at before or are not allowed.</summary>
    private const int MostCandidates = 10;

    private const uint SolverResources = 1_000_000;
    private const int MostChecks = 2_000;
    private const int MostUndecided = 20;

    private readonly VerificationRequest _request;
    private readonly Func<Sizes, bool> _runAt;
    private readonly SizeQuestions _questions = new(SolverResources, MostChecks, MostUndecided);
    private readonly HashSet<string> _looked;
    private readonly Dictionary<(object Node, bool Side), SideOutcome> _outcomes = [];
    private readonly ImmutableArray<string> _names;
    private readonly string _outsideOfCube;
    private readonly Lazy<SideConditions> _always;
    private readonly Lazy<SideConditions> _tried;
    private long _remaining;
    private bool _isStopped;

    /// <param name="request">The kernel and its task.</param>
    /// <param name="looked">The sizes that it was run at so far.</param>
    /// <param name="budget">What runs may cost together.</param>
    /// <param name="runAt">Runs at sizes, and says whether there is any use in going on.</param>
    public SideSearch(VerificationRequest request, ImmutableArray<Sizes> looked, long budget, Func<Sizes, bool> runAt)
    {
        (_request, _runAt, _remaining) = (request, runAt, budget);
        var (task, kernel) = (request.Task, request.Kernel);
        _looked = [.. looked.Select(task.Describe)];
        _names = [.. task.SizeNames.Select((_, index) => SizeFormulas.NameOfSize(index))];
        _outsideOfCube = SizeCube.Edge(task, sizes => _looked.Contains(task.Describe(sizes))) is { } edge && !_names.IsEmpty
            ? $"(assert (or {string.Join(' ', _names.Select(name => string.Create(CultureInfo.InvariantCulture, $"(> {name} {edge})")))}))\n"
            : "";
        Largest = LargestTried(task);
        _always = new(() => SideConditions.Always(task, kernel.Module, kernel.Entry));
        _tried = new(() => Largest is null ? _always.Value : SideConditions.UpTo(Largest, task, kernel.Module, kernel.Entry));
    }

    /// <summary>How many sizes were picked.</summary>
    public int Picked { get; private set; }

    /// <summary>The largest value of each parameter at which the task is scored or tried; null where nobody scores it.</summary>
    public Sizes? Largest { get; }

    /// <summary>What has become of each side that no run has taken.</summary>
    public IEnumerable<(UntakenSide Side, SideOutcome Outcome)> Untaken => _request.Kernel.Run.SidesNotTaken
        .Select(side => (side, _outcomes.GetValueOrDefault((side.Node, side.Side)) ?? new SideOutcome.Open()));

    /// <summary>Goes through the sides not taken, and through those that are met on the way.</summary>
    public void Run()
    {
        for (var round = 0; round < MostRounds && !_isStopped; round++)
        {
            var pending = _request.Kernel.Run.SidesNotTaken.Where(side => !_outcomes.ContainsKey((side.Node, side.Side))).ToList();
            foreach (var side in pending.TakeWhile(_ => !_isStopped).Where(side => !side.IsTakenNow))
            {
                _outcomes[(side.Node, side.Side)] = Settle(side);
            }
        }
    }

    private SideOutcome Settle(UntakenSide side)
    {
        if (_tried.Value.Question(side.Node, side.Side, withGuesses: false) is not { } exact)
        {
            return new SideOutcome.Open();
        }

        if (_questions.Exists(exact) is SizeAnswer.None(var prover))
        {
            var isNever = Largest is null || _always.Value.Question(side.Node, side.Side, withGuesses: false) is { } question && _questions.Exists(question, isNicety: true) is SizeAnswer.None;
            return isNever ? new SideOutcome.Never(prover) : new SideOutcome.TooLarge(prover);
        }

        return Reached(side, _tried.Value.Question(side.Node, side.Side, withGuesses: true)!) ?? Reached(side, exact) ?? new SideOutcome.Open();
    }

    /// <summary>Runs at sizes until one takes the side or is beyond the budget; null where none does.</summary>
    private SideOutcome? Reached(UntakenSide side, string question)
    {
        var text = question + _outsideOfCube;
        for (var (candidate, tries) = (0, 0); candidate < MostCandidates && tries < MostTries && !_isStopped; candidate++)
        {
            if (Pick(text, tries) is not { } sizes)
            {
                return null;
            }

            text += Except(sizes);
            var isNew = _looked.Add(_request.Task.Describe(sizes));
            if (!isNew || !_request.Task.Allows(sizes))
            {
                continue;
            }

            var cost = SizeCost.Of(_request.Task, sizes);
            if (cost > _remaining)
            {
                _looked.Remove(_request.Task.Describe(sizes));
                return new SideOutcome.BeyondBudget(sizes);
            }

            tries++;
            Picked++;
            _remaining -= cost;
            _isStopped = !_runAt(sizes);
            if (side.IsTakenNow)
            {
                return new SideOutcome.Taken();
            }
        }

        return null;
    }

    /// <summary>The cheapest sizes of those found when one parameter after the other is to be the smallest.</summary>
    private Sizes? Pick(string text, int tries)
    {
        Sizes? best = null;
        for (var turn = 0; turn < Math.Max(1, _names.Length); turn++)
        {
            ImmutableArray<int> order = [.. _names.Select((_, index) => (index + turn + tries) % _names.Length)];
            if (_questions.Smallest(text, _names, order) is not SizeAnswer.Found(var values))
            {
                return best;
            }

            var sizes = Sizes.Of(_request.Task.SizeNames.Zip(values, KeyValuePair.Create));
            best = best is null || SizeCost.Of(_request.Task, sizes) < SizeCost.Of(_request.Task, best) ? sizes : best;
            if (SizeCost.Of(_request.Task, best) <= _remaining / MostTries)
            {
                return best;
            }
        }

        return best;
    }

    private string Except(Sizes sizes) =>
        $"(assert (not (and {string.Join(' ', _request.Task.SizeNames.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"(= {_names[index]} {sizes[name]})")))})))\n";

    private static Sizes? LargestTried(KernelTask task)
    {
        var tried = task.TestSizes.Prepend(task.ScoredSizes).ToList();
        return task.SizeNames.All(name => task.ScoredSizes[name] is not null)
            ? Sizes.Of(task.SizeNames.Select(name => KeyValuePair.Create(
                name, tried.Select(sizes => sizes[name] ?? 0).Append(task.Bounds.TryGetValue(name, out var bounds) ? bounds.High : 0).Max())))
            : null;
    }
}
