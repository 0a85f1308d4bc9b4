using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What a search for sides has found, in words.</summary>
internal sealed class SideReport(VerificationRequest request, SideSearch search)
{
    private const int MostPlaces = 4;

    private readonly ImmutableArray<(UntakenSide Side, SideOutcome Outcome)> _untaken = [.. search.Untaken];

    /// <summary>Why equivalence stays open; null where every side that matters was taken.</summary>
    public string? Open => _untaken.FirstOrDefault(untaken => untaken.Outcome is SideOutcome.Open or SideOutcome.BeyondBudget) is { Side: { } side, Outcome: var outcome }
        ? $"the condition or loop at {Place(side.Point.Span)} {side.Missing} at the sizes looked at{Needed(outcome)}"
        : null;

    /// <summary>What the plan's description goes on with.</summary>
    public string Scope => string.Concat(
        search.Picked == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {search.Picked} picked by Z3 for branch sides"),
        Sides<SideOutcome.Never>("cannot be taken"),
        search.Largest is { } largest ? Sides<SideOutcome.TooLarge>($"not taken at any size from 0 to {request.Task.Describe(largest)}") : "");

    /// <summary>Who says that sides are not taken.</summary>
    public IEnumerable<string> Provers => _untaken
        .Select(untaken => untaken.Outcome switch
        {
            SideOutcome.Never never => never.Prover,
            SideOutcome.TooLarge tooLarge => tooLarge.Prover,
            _ => null,
        }).OfType<string>().Distinct().Select(prover => $"which sides are not taken is {prover}'s word");

    private string Sides<T>(string what)
        where T : SideOutcome
    {
        var places = _untaken.Where(untaken => untaken.Outcome is T).Select(untaken => $"{Place(untaken.Side.Point.Span)} {untaken.Side.Missing}").Distinct().ToList();
        var shown = places.Take(MostPlaces);
        var rest = places.Count > MostPlaces ? ", …" : "";
        return places.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {places.Count} side{(places.Count == 1 ? "" : "s")} of branches {what} ({string.Join(", ", shown)}{rest})");
    }

    private string Needed(SideOutcome outcome) => outcome is SideOutcome.BeyondBudget(var sizes)
        ? $"; it may need {request.Task.Describe(sizes)}, beyond the budget: ask with '--sizes'"
        : "";

    private string Place(TextSpan span)
    {
        var place = request.Source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{place.Line}:{place.Column}");
    }
}
