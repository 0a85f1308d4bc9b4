using HpcVerify.Parser.Text;

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

    /// <summary>A condition on contents goes both ways.</summary>
    public void Note(Scalar truth)
    {
        WasTrue |= !truth.IsConcrete || truth.Bits != 0;
        WasFalse |= !truth.IsConcrete || truth.Bits == 0;
    }
}
