using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What the threads of one run share.</summary>
internal sealed class RunState(TermBuilder terms, Memory memory, RunOptions options)
{
    private const int StepsBetweenLooks = 1 << 12;

    private readonly Dictionary<string, Address> _texts = new(StringComparer.Ordinal);
    private long _left = options.Steps;

    public TermBuilder Terms => terms;

    public Memory Memory => memory;

    public RunOptions Options => options;

    /// <summary>Where each variable with static storage lies, by its number in the module; null until it is made.</summary>
    public Dictionary<int, Address> Globals { get; } = [];

    /// <summary>What has to hold for the run to be defined, but depends on contents.</summary>
    public List<Obligation> Obligations { get; } = [];

    /// <summary>The most threads of a team that nobody set the size of.</summary>
    public long ThreadLimit { get; set; } = options.Threads;

    /// <summary>Whether results were combined in an order that OpenMP leaves open: the run shows one order of several.</summary>
    public bool HasOpenOrder { get; set; }

    /// <summary>Whether anything hung on which of two buffers lies before the other: the run shows one way of several.</summary>
    public bool HasOpenPlacement { get; set; }

    /// <summary>Watches what the entry's <c>restrict</c> parameters promise; null where nothing can break it.</summary>
    public RestrictTracker? Restrict { get; set; }

    /// <summary>Whether any thread of a team could have done what one did: the run shows one choice of several.</summary>
    public bool HasOpenSharing { get; set; }

    /// <summary>The library functions that were called of which nothing is known.</summary>
    public SortedSet<string> LibraryFunctions { get; } = new(StringComparer.Ordinal);

    /// <summary>From where to where integers lie that depend on contents.</summary>
    public IndexRanges IndexRanges { get; } = new(terms.Store, options.Ranges);

    /// <summary>Whether a thread has asked for its number.</summary>
    public bool HasThreadNumber { get; set; }

    /// <summary>Sides of branches that were taken if one of their conditions holds for some contents.</summary>
    public Dictionary<(BranchPoint Point, bool Side), HashSet<Term>> DoubtfulSides { get; } = [];

    public void Doubt(BranchPoint point, bool side, Term condition)
    {
        const int MostOfOne = 256;
        if (point.Was(side))
        {
            return;
        }

        if (!DoubtfulSides.TryGetValue((point, side), out var conditions))
        {
            DoubtfulSides[(point, side)] = conditions = [];
        }

        if (conditions.Count < MostOfOne)
        {
            conditions.Add(condition);
        }
    }

    public long StepsTaken => options.Steps - _left;

    /// <summary>Where a string lies, its zero included.</summary>
    public Address Text(string text)
    {
        if (!_texts.TryGetValue(text, out var address))
        {
            var bytes = System.Text.Encoding.Latin1.GetBytes(text);
            var made = memory.Allocate("a string", bytes.Length + 1, 1);
            for (var index = 0; index <= bytes.Length; index++)
            {
                made.Store(index, 1, Scalar.Of(index < bytes.Length ? bytes[index] : 0UL));
            }

            made.IsReadOnly = true;
            address = new(made.Id, 0);
            _texts[text] = address;
        }

        return address;
    }

    public void Step(TextSpan span)
    {
        if (--_left < 0)
        {
            throw new RunEnded(new RunOutcome.OutOfSteps(options.Steps));
        }

        if (_left % StepsBetweenLooks == 0)
        {
            options.Cancellation.ThrowIfCancellationRequested();
        }
    }
}

/// <summary>What a run is granted.</summary>
/// <param name="Steps">Loop turns and calls before the run is given up.</param>
/// <param name="Threads">The size of a team that the kernel does not set, and the most of one that it does.</param>
/// <param name="IsReversed">Whether the threads of a team take their turns from last to first.</param>
public sealed record RunOptions(long Steps, int Threads, bool IsReversed)
{
    /// <summary>How often the kernel is called; the last call is the one that counts.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>What the calls before the last are given; null where it is the same.</summary>
    public IReadOnlyList<RunArgument>? Earlier { get; init; }

    /// <summary>Whether loops are watched for having no end; only runs with known inputs show it.</summary>
    public bool WatchesLoops { get; init; }

    /// <summary>Whether buffers lie in memory from the last parameter's to the first's, which comparing pointers to them tells.</summary>
    public bool IsPlacedBackwards { get; init; }

    /// <summary>Looks for the stores to one element; null where nobody asks.</summary>
    internal StoreWatch? Watch { get; init; }

    /// <summary>What the contract says of inputs that are integers.</summary>
    internal ImmutableDictionary<Term, IndexRange> Ranges { get; init; } = ImmutableDictionary<Term, IndexRange>.Empty;

    /// <summary>Gives up the run with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
