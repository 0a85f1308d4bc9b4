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
        var copied = region.Sharing.Where(item => item.Sharing is Sharing.FirstPrivate).Select(item => item.Variable).ToList();
        var inside = at;
        if (region.Construct is Construct.Parallel parallel)
        {
            inside = WithTeam(parallel, at) with { Unstable = at.Unstable.Union(changed.Except(DeclaredIn(region.Body))).Except(copied) };
        }

        // Each thread has its own of these, even where they are changed by others around the region. A copy of what others
        // change may be of anything.
        var unknown = own.Concat(copied.Where(at.Unstable.Contains)).ToList();
        inside = Forgotten(unknown, inside with { Unstable = inside.Unstable.Except(unknown) });
        Walk(region.Body, inside);
        return Forgotten(changed.Concat(own), at);
    }

    private static IEnumerable<Variable> DeclaredIn(KernelStatement body) =>
        KernelWalk.DescendantsAndSelf(body).OfType<KernelStatement.Declare>().Select(declare => declare.Variable);

    /// <summary>As many threads as asked for and promised, or one; without a promise there may be fewer (OpenMP 5.2 section 10.1.1).</summary>
    private WalkState WithTeam(Construct.Parallel parallel, WalkState at)
    {
        var asked = parallel.ThreadCount is { } count ? Read(count, at) : null;
        var team = PromisedTeam(parallel, asked, at) ?? AnyTeam();
        var thread = _formulas.Fresh(0, team.High - 1);
        _formulas.State(thread, _formulas.Compare(Operation.Less, thread, team));
        return at with { Team = team, Thread = thread };
    }

    private WholeTerm AnyTeam()
    {
        const int Usual = 5;
        var team = _formulas.Fresh(1, int.MaxValue);
        _formulas.Guess(team, _formulas.Compare(Operation.LessOrEqual, team, WholeTerm.Of(Usual)));
        return team;
    }

    /// <summary>Null where nothing is promised, or of teams within teams.</summary>
    private WholeTerm? PromisedTeam(Construct.Parallel parallel, WholeTerm? asked, WalkState at)
    {
        const int MostPromised = 256;
        var isOutermost = at.Team is { IsKnown: true } alone && alone.Low.IsOne;
        if (_promisedTeam is not { Low.Sign: > 0 } promised || promised.High > MostPromised || !isOutermost || (asked is null && parallel.ThreadCount is not null) || asked?.Low.Sign <= 0)
        {
            return null;
        }

        var whole = asked is null ? promised : _formulas.Choice(_formulas.Compare(Operation.Less, asked, promised), asked, promised);
        if (parallel.Condition is null)
        {
            return whole;
        }

        var team = _formulas.Fresh(1, whole.High);
        _formulas.State(team, _formulas.Or(_formulas.Compare(Operation.Equal, team, whole), _formulas.Compare(Operation.Equal, team, WholeTerm.Of(1))));
        return team;
    }
}
