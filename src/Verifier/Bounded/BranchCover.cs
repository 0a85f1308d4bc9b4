using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>One side of a branch or loop of a kernel.</summary>
/// <param name="Missing">What is said where nothing takes it: <c>is never true</c>.</param>
/// <param name="FirstTaken">The sizes at which a run over symbolic contents first took it; null where none did.</param>
public sealed record BranchSide(TextSpan Span, string Missing, Sizes? FirstTaken)
{
    /// <summary>What holds where it is taken: <c>is true</c>.</summary>
    public string Side => Missing.Replace("is never ", "is ", StringComparison.Ordinal);
}

/// <summary>A side that no run has taken so far.</summary>
/// <param name="Node">The branch, loop or comparison in the kernel form.</param>
/// <param name="Side">Which side of it.</param>
/// <param name="Missing">What is said of it.</param>
internal sealed record UntakenSide(object Node, BranchPoint Point, bool Side, string Missing)
{
    public bool IsTakenNow => Side ? Point.WasTrue : Point.WasFalse;
}

/// <summary>Remembers at which sizes each side of a kernel's branches was first taken.</summary>
internal sealed class BranchCover(BoundedRun run)
{
    private readonly Dictionary<(TextSpan Span, string Missing), Sizes> _first = [];
    private int _taken;

    /// <summary>To be called after the runs at each size: what is new was taken there.</summary>
    public void Note(Sizes sizes)
    {
        if (run.SidesTaken == _taken)
        {
            return;
        }

        _taken = run.SidesTaken;
        foreach (var (span, missing, _) in run.Sides.Where(side => side.WasTaken))
        {
            _first.TryAdd((span, missing), sizes);
        }
    }

    public ImmutableArray<BranchSide> Sides =>
        [.. run.Sides.Select(side => new BranchSide(side.Span, side.Missing, _first.GetValueOrDefault((side.Span, side.Missing))))];
}
