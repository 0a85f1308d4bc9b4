using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Cases;

/// <summary>
/// Runs cases on the evaluator with the data they have, and notes which sides of the kernel's branches they take: a side that
/// a run over symbolic contents takes may need data that no case has.
/// </summary>
internal sealed class CaseCover(VerificationRequest request)
{
    private const long StepsPerCase = 1_000_000;

    private readonly BoundedRun _run = request.Kernel.Run.Afresh();
    private readonly Dictionary<(TextSpan Span, string Missing), int> _first = [];

    /// <summary>Whether the case takes a side that none before it took.</summary>
    public bool Follow(TestCase test, int position)
    {
        var before = _first.Count;
        _run.Run(new(new TermStore()), CaseCall.Arguments(test), new(StepsPerCase, test.Threads, false) { Calls = test.Calls });
        foreach (var (span, missing, _) in _run.Sides.Where(side => side.WasTaken))
        {
            _first.TryAdd((span, missing), position);
        }

        return _first.Count > before;
    }

    public bool Takes(BranchSide side) => _first.ContainsKey((side.Span, side.Missing));

    /// <summary>Each side that the verification or a case came to, with the first case that takes it.</summary>
    public ImmutableArray<CoveredSide> Sides(IEnumerable<BranchSide> known)
    {
        var met = _run.Sides.Select(side => new BranchSide(side.Span, side.Missing, null));
        return
        [
            .. known.Concat(met).DistinctBy(side => (side.Span, side.Missing)).OrderBy(side => side.Span)
                .Select(side => new CoveredSide(side, _first.TryGetValue((side.Span, side.Missing), out var position) ? position : null)),
        ];
    }
}
