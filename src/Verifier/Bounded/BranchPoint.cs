using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A place of a kernel where control can go two ways, and which ways runs have gone (SOUNDNESS 17).</summary>
internal sealed class BranchPoint(TextSpan span, string whenTrue, string whenFalse)
{
    public bool WasTrue { get; private set; }

    public bool WasFalse { get; private set; }

    public TextSpan Span => span;

    /// <summary>Each side, as what is to be said where nothing takes it, and whether a run has taken it.</summary>
    public IEnumerable<(string Missing, bool Side, bool WasTaken)> Sides =>
        whenFalse.Length == 0 ? [(whenTrue, true, WasTrue)] : [(whenTrue, true, WasTrue), (whenFalse, false, WasFalse)];

    public bool Note(bool isTrue)
    {
        WasTrue |= isTrue;
        WasFalse |= !isTrue;
        return isTrue;
    }

    /// <summary>Puts back what runs had taken at another time.</summary>
    public void Restore((bool WasTrue, bool WasFalse) sides) => (WasTrue, WasFalse) = sides;

    public bool Was(bool side) => side ? WasTrue : WasFalse;
}

/// <summary>A side of a branch that a run over symbolic contents went into without knowing whether any contents lead there.</summary>
/// <param name="Conditions">What must hold of the contents, one of these each time.</param>
internal readonly record struct DoubtfulSide(BranchPoint Point, bool Side, ImmutableArray<Term> Conditions);

/// <summary>The sides of branches that runs had taken at one time.</summary>
internal sealed class TakenSides(Func<IEnumerable<BranchPoint>> points)
{
    private readonly Dictionary<BranchPoint, (bool WasTrue, bool WasFalse)> _taken = points().Distinct().ToDictionary(point => point, point => (point.WasTrue, point.WasFalse));

    /// <summary>As they were; of a branch that was not known then, no side was taken.</summary>
    public void Restore()
    {
        foreach (var point in points())
        {
            point.Restore(_taken.GetValueOrDefault(point));
        }
    }
}
