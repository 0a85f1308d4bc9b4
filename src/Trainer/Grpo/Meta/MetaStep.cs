using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>The samples of one prompt, and the programs that it and they are about.</summary>
/// <param name="Samples">Rewards and tokens.</param>
/// <param name="Program">What the prompt asks to improve; missing where that is no program, and then the group has no neighbours.</param>
/// <param name="Completions">The programs sampled, missing where there is none; only surprise by structure looks at them.</param>
public sealed record MetaGroup(SampleGroup Samples, ProgramEmbedding? Program, ImmutableArray<ProgramEmbedding?> Completions);

/// <summary>
/// The loss of a batch under GMPO as read in <c>docs/decisions/0017-meta-normalisation.md</c>: baselines and scales smoothed over
/// neighbouring groups, surprising successes amplified. With everything off it is <see cref="GrpoStep"/>.
/// </summary>
public static class MetaStep
{
    public static PolicyLossResult Of(IReadOnlyList<MetaGroup> groups, GrpoOptions options, MetaOptions meta)
    {
        ImmutableArray<SampleGroup> samples = [.. groups.Select(group => group.Samples)];
        var moments = GroupMoments.Of([.. samples.Select(group => group.Shaped(options.Penalties))], options.Advantages);
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (meta.IsSharing)
        {
            var neighbours = SimilarityOperator.Of(meta.Similarity.Among([.. groups.Select(group => group.Program)]), meta.Strength);
            moments = SharedMoments.Of(moments, neighbours, options.Advantages, meta);
            metrics["meta/second_eigenvalue"] = neighbours.SecondEigenvalue;
        }

        var advantages = Advantages.Under(moments, options.Advantages);
        if (meta.MaximumAmplification > 1)
        {
            ImmutableArray<ImmutableArray<double>> factors = [.. groups.Zip(advantages, (group, own) => Amplification.Of(group, own, meta))];
            advantages = [.. advantages.Zip(factors, (own, factor) => ImmutableArray.CreateRange(own.Zip(factor, (advantage, by) => advantage * by)))];
            metrics["meta/amplified"] = factors.Sum(factor => factor.Count(by => by > 1));
            metrics["meta/amplification_max"] = factors.SelectMany(factor => factor).DefaultIfEmpty(1).Max();
        }

        var result = GrpoStep.Of(samples, advantages, options);
        return result with { Metrics = result.Metrics.AddRange(metrics) };
    }
}
