using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <remarks>Work for devices, read as the host does it: in the memory that there is, before anything that follows.</remarks>
internal sealed partial class Extractor
{
    /// <summary>The league that control is in; null outside of any.</summary>
    private Enclosure.League? League => _enclosures.OfType<Enclosure.League>().LastOrDefault();

    /// <summary>A device has copies of scalars that nothing maps; all else it has in common with the host.</summary>
    private void Target(KernelStatement.Region region)
    {
        if (_team is not null)
        {
            Gap(GapKind.Construct, "target region in a parallel region", region.Span);
        }

        var start = _state;
        Within(new Enclosure.Target(_journal.NextPosition(), region.Span), region, null);
        foreach (var item in region.Sharing.Where(item => item.Sharing is Sharing.FirstPrivate or Sharing.Private && start.Values.ContainsKey(item.Variable)))
        {
            _state = _state.With(item.Variable, start.Values[item.Variable]);
        }
    }

    /// <summary>A runtime may make fewer teams than were asked for.</summary>
    private void Teams(KernelStatement.Region region, Construct.Teams teams)
    {
        if (_team is not null)
        {
            Gap(GapKind.Construct, "league in a parallel region", region.Span);
        }

        var asked = teams.TeamCount is { } count ? NumberOf(Evaluate(count), count.Type, count.Span, "teams") : null;
        var limit = teams.ThreadLimit is { } threads ? NumberOf(Evaluate(threads), threads.Type, threads.Span, "thread_limit") : null;
        var league = new Enclosure.League(_journal.NextPosition(), region.Span) { IsLimited = asked is not null, ThreadLimit = limit };
        league.Count = _journal.Dimension("teams", DimensionKind.ThreadCount, Innermost, region.Span, own => Formula.And(
            Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.One),
            asked is null ? Formula.True : Formula.AtLeast(asked, IntegerPolynomial.Of(own))));
        league.Team = _journal.Dimension("team", DimensionKind.Thread, league, region.Span, own => Formula.And(
            Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.Zero),
            Formula.Less(IntegerPolynomial.Of(own), IntegerPolynomial.Of(league.Count))));
        Shared(region, league);
    }
}
