using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Reach;

internal sealed partial class SideWalk
{
    /// <summary>
    /// A region as one thread of its team sees it. It may have all, some or none of the work of a construct inside a team, and
    /// what the region shares and changes may change at any time.
    /// </summary>
    private WalkState Region(KernelStatement.Region region, WalkState at)
    {
        VisitAll(KernelWalk.ChildrenOf(region.Construct), at);
        var changed = ChangedIn([region.Body]);
        var own = region.Sharing.Where(item => item.Sharing is not (Sharing.Shared or Sharing.FirstPrivate)).Select(item => item.Variable).ToList();
        var copied = region.Sharing.Where(item => item.Sharing is Sharing.FirstPrivate).Select(item => item.Variable);
        var inside = at;
        if (region.Construct is Construct.Parallel parallel)
        {
            inside = WithTeam(parallel, at) with { Unstable = at.Unstable.Union(changed.Except(DeclaredIn(region.Body))).Except(copied) };
        }

        // Each thread has its own of these, even where they are changed by others around the region.
        inside = Forgotten(own, inside with { Unstable = inside.Unstable.Except(own) });
        Walk(region.Body, inside);
        return Forgotten(changed.Concat(own), at);
    }

    private static IEnumerable<Variable> DeclaredIn(KernelStatement body) =>
        KernelWalk.DescendantsAndSelf(body).OfType<KernelStatement.Declare>().Select(declare => declare.Variable);

    /// <summary>As many threads as asked for and promised, or one; without a promise there may be fewer (OpenMP 5.2 section 10.1.1).</summary>
    private WalkState WithTeam(Construct.Parallel parallel, WalkState at)
    {
        const int Usual = 5, MostPromised = 256;
        var most = new IntegerRange(1, int.MaxValue);
        var asked = parallel.ThreadCount is { } count ? Read(count, at) : null;
        var team = _formulas.Fresh(most.Low, most.High);
        var isOutermost = at.Team is { IsKnown: true } alone && alone.Low.IsOne;
        if (_promisedTeam is { Low.Sign: > 0 } promised && promised.High <= MostPromised && isOutermost && (parallel.ThreadCount is null || asked is not null))
        {
            var whole = asked is null ? promised : _formulas.Choice(_formulas.Compare(Operation.Less, asked, promised), asked, promised);
            var isWhole = _formulas.Or(_formulas.Compare(Operation.Equal, team, whole), _formulas.Compare(Operation.Less, whole, WholeTerm.Of(1)));
            _formulas.State(team, parallel.Condition is null ? isWhole : _formulas.Or(isWhole, _formulas.Compare(Operation.Equal, team, WholeTerm.Of(1))));
        }
        else
        {
            _formulas.Guess(team, _formulas.Compare(Operation.LessOrEqual, team, WholeTerm.Of(Usual)));
        }

        var thread = _formulas.Fresh(0, int.MaxValue);
        _formulas.State(thread, _formulas.Compare(Operation.Less, thread, team));
        return at with { Team = team, Thread = thread };
    }
}
