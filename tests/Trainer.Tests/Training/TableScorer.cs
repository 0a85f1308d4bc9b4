using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Tests.Training;

/// <summary>Measurements from a table in place of a clock: what a text is worth follows from its bytes.</summary>
internal sealed class TableScorer : IScorer
{
    private const int Kinds = 5;

    public string Hardware => "table";

    public Task<ImmutableArray<Outcome>> Score(ScoringGroup group, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<Outcome>>([.. group.Responses.Select(Of)]);

    private static Outcome Of(string response)
    {
        var sum = response.Aggregate(0, (sum, character) => ((sum * 31) + character) & 0xffff);
        return (sum % Kinds) switch
        {
            0 => Outcome.Unscored("the machine was on fire"),
            1 => new(Level.Compile, -50, null, "untested", "it does not compile", "it does not compile", null, "{}"),
            2 => new(Level.Verification, -10, null, "refuted", "a wrong answer", "a wrong answer", null, "{}"),
            _ => new(Level.Ok, sum % 100, sum % 100, "proved", "right", "right", null, $$"""{"measurement":{"gflops":{{sum % 100}},"gbps":"NaN","metric":"gflops"},"stages":[{"stage":"compile","elapsed":0.25}]}"""),
        };
    }
}
