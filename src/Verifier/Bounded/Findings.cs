using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// What the runs of one kernel have shown so far. One refutation ends it; one thing left open leaves open every property,
/// because the rest of that run was not seen.
/// </summary>
internal sealed class Findings
{
    private (string Construct, TextSpan Span)? _unsupported;
    private readonly SortedDictionary<Property, string> _open = [];
    private (Property Property, Counterexample Witness)? _refuted;

    public bool IsRefuted => _refuted is not null;

    /// <summary>Whether a run took more steps than it was granted: others may, too.</summary>
    public bool IsExhausted => _open.ContainsKey(Property.Termination);

    /// <summary>Whether a run came to something that is not modelled.</summary>
    public bool IsUnsupported => _unsupported is not null;

    public int Runs { get; private set; }

    public long Steps { get; private set; }

    /// <summary>Whether an output was equal in real arithmetic only.</summary>
    public double WorstBound { get; private set; }

    public bool IsBitwise { get; private set; } = true;

    /// <summary>Whether an output has the same bits as the reference's only if conditions and divisors are contracted alike.</summary>
    public bool HasSensitiveBits { get; set; }

    public bool HasOpenOrder { get; private set; }

    public bool HasOpenSharing { get; private set; }

    /// <summary>Whether anything hung on which of two buffers lies before the other.</summary>
    public bool HasOpenPlacement { get; set; }

    /// <summary>The library functions that kernel or reference call, of which nothing is known.</summary>
    public SortedSet<string> LibraryFunctions { get; } = new(StringComparer.Ordinal);

    /// <summary>How often an element that hangs on library functions was compared natively.</summary>
    public int NativeTrials { get; set; }

    public SortedSet<string> Qualifications { get; } = new(StringComparer.Ordinal);

    /// <summary>What was settled by programs other than this one.</summary>
    public SortedSet<string> Provers { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anything is known that will keep all from being proved.</summary>
    public bool HasOpen => _open.Count > 0 || _unsupported is not null;

    public void Count(RunResult run)
    {
        Runs++;
        Steps += run.Steps;
        HasOpenOrder |= run.HasOpenOrder;
        HasOpenSharing |= run.HasOpenSharing;
        HasOpenPlacement |= run.HasOpenPlacement;
        LibraryFunctions.UnionWith(run.LibraryFunctions);
    }

    /// <summary>At how many sizes index arrays held any values in their range, and at how many those that were drawn.</summary>
    public (int Open, int Drawn) Indices { get; private set; }

    public void NoteIndices(bool areOpen) => Indices = areOpen ? (Indices.Open + 1, Indices.Drawn) : (Indices.Open, Indices.Drawn + 1);

    /// <summary>What other runs of the same kernel have shown, none of which left anything open.</summary>
    public void Add(Findings others)
    {
        (Runs, Steps) = (Runs + others.Runs, Steps + others.Steps);
        (IsBitwise, WorstBound) = (IsBitwise && others.IsBitwise, Math.Max(WorstBound, others.WorstBound));
        HasSensitiveBits |= others.HasSensitiveBits;
        HasOpenOrder |= others.HasOpenOrder;
        HasOpenSharing |= others.HasOpenSharing;
        HasOpenPlacement |= others.HasOpenPlacement;
        LibraryFunctions.UnionWith(others.LibraryFunctions);
        NativeTrials += others.NativeTrials;
        Qualifications.UnionWith(others.Qualifications);
        Provers.UnionWith(others.Provers);
        _refuted ??= others._refuted;
    }

    public bool IsOpen(Property property) => _open.ContainsKey(property);

    public void Refute(Property property, Counterexample witness) => _refuted ??= (property, witness);

    public void LeaveOpen(Property property, string reason) => _open.TryAdd(property, reason);

    public void NotModelled(string construct, TextSpan span) => _unsupported ??= (construct, span);

    public void EqualInReals(double boundInUnits)
    {
        IsBitwise = false;
        WorstBound = Math.Max(WorstBound, boundInUnits);
    }

    public ImmutableArray<Claim> Claims(Func<Property, ProofScope> scope, IEnumerable<Property> properties) =>
        [.. properties.Select(property => new Claim(property, VerdictOn(property, scope)))];

    private Verdict VerdictOn(Property property, Func<Property, ProofScope> scope)
    {
        if (_refuted is { } refuted)
        {
            return refuted.Property == property
                ? new Verdict.Refuted(refuted.Witness)
                : new Verdict.Unknown("runs were given up at the counterexample");
        }

        if (_unsupported is { } gap)
        {
            return new Verdict.Unsupported(gap.Construct, gap.Span);
        }

        // A property rests on those before it.
        return _open.Where(open => open.Key <= property).Select(open => open.Value).FirstOrDefault() is { } reason
            ? new Verdict.Unknown(reason)
            : new Verdict.Proved(scope(property));
    }
}
