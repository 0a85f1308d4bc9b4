using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>Measurements from a fixed table: what a number is worth follows from the number, and rewards are shares of the group's best.</summary>
internal sealed class FakeScorer(string hardware = "table") : IScorer
{
    public string Hardware => hardware;

    public Task<ImmutableArray<Outcome>> Score(ScoringGroup group, CancellationToken cancellation)
    {
        double?[] speeds = [.. group.Responses.Select(Speed)];
        var best = speeds.Max() ?? 1;
        return Task.FromResult<ImmutableArray<Outcome>>([.. group.Responses.Zip(speeds, (response, speed) => Of(response, speed, best))]);
    }

    private static int Number(string response) => int.Parse(response.Split(' ')[1], CultureInfo.InvariantCulture);

    private static double? Speed(string response) => Number(response) % 7 > 2 ? Number(response) / 10.0 : null;

    private static Outcome Of(string response, double? speed, double best) => (Number(response) % 7, speed) switch
    {
        (_, { } right) => new(Level.Ok, 100 * right / best, right, "untested", "right", $"runs at {right}", null, "{}"),
        (0, _) => Outcome.Unscored("the machine was on fire"),
        (1, _) => new(Level.Format, -100, null, "untested", "no code", "no code", null, "{}"),
        _ => new(Level.Runtime, -20, null, "untested", "it crashes", "it crashes", null, "{}"),
    };
}
