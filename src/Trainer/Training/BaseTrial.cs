using System.Collections.Immutable;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Training;

/// <summary>Tries a policy on a fixed set of prompts: the seed kernel, once for each stage.</summary>
public static class BaseTrial
{
    private const int Stages = 6;

    /// <summary>What becomes of so many samples of each stage.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public static async Task<RungShares> Run(IPolicy policy, IScorer scorer, string task, string seedKernel, int samples, ulong seed, CancellationToken cancellation)
    {
        var (outcomes, seeds) = (ImmutableArray.CreateBuilder<Outcome>(), new Rng(seed));
        for (var stage = 1; stage <= Stages; stage++)
        {
            var prompt = new Prompt(task, stage, Purpose.Begin, "", new(0, seedKernel, "") { Level = Rewards.Policy.Level.Ok }, "");
            if (await policy.Sample(prompt, samples, seeds.Next(), cancellation) is Sampling.Answered answered)
            {
                outcomes.AddRange(await scorer.Score(new(task, stage, [.. answered.Completions.Select(completion => completion.Text)], seed), cancellation));
            }
        }

        return RungShares.Of(outcomes);
    }
}
