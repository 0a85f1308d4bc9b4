using System.Collections.Immutable;
using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Training;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Training;

/// <summary>
/// One update of a policy: rewards become advantages (Eq. 1), advantages and ratios a clipped loss with its price for divergence (Eq. 2), and the
/// loss's gradient a step of the optimiser.
/// </summary>
/// <param name="reference">The weights that training started from, which the divergence is measured against.</param>
/// <param name="promptOf">The tokens that a completion was drawn after.</param>
/// <param name="embed">A program's place among programs; only asked where meta-normalisation is on.</param>
internal sealed class PolicyUpdate(Learner learner, Weights reference, EmbeddedOptions options, Func<Prompt, ImmutableArray<int>> promptOf, Func<string, ProgramEmbedding?> embed)
{
    /// <summary>Takes the step, and says what it did under TRL's names. A loss that is no finite number moves nothing.</summary>
    public StepReport Of(IReadOnlyList<RewardedGroup> groups, AdamW optimiser)
    {
        ImmutableArray<Example> examples = [.. groups.SelectMany(group => Examples(promptOf(group.Prompt), group))];
        var schedule = new LearningRate(options.LearningRate, options.LearningRate, options.WarmUp, options.WarmUp);
        var rate = schedule.At(optimiser.State.Steps);
        var trainer = new ModelTrainer(learner, optimiser, schedule);
        var references = learner.LogProbabilities(reference, examples);
        var programs = Programs(groups);
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var (current, entropy) = learner.Read(learner.Weights, examples);
            var batch = Sequences(groups, current, references);
            var result = MetaStep.Of([.. batch.Zip(programs, (samples, program) => new MetaGroup(samples, program.Parent, program.Completions))], options.Grpo, options.Meta);
            Keep(metrics, epoch, result, entropy);
            if (!double.IsFinite(result.Loss) || result.Gradient.Any(row => row.Any(slope => !double.IsFinite(slope))))
            {
                metrics["skipped_steps"] = metrics.GetValueOrDefault("skipped_steps") + 1;
                break;
            }

            if (options.LearningRate != 0)
            {
                metrics["grad_norm"] = trainer.Follow(examples, (example, _, slopes) => Copy(result.Gradient[example], slopes)).GradientNorm;
            }
        }

        return new(metrics.ToImmutable().SetItems(Divergence(groups, examples)).SetItems(Lengths(groups)).SetItem("learning_rate", rate));
    }

    private static IEnumerable<Example> Examples(ImmutableArray<int> prompt, RewardedGroup group) =>
        group.Completions.Select(completion => new Example([.. prompt, .. completion.Tokens], prompt.Length));

    private ImmutableArray<(ProgramEmbedding? Parent, ImmutableArray<ProgramEmbedding?> Completions)> Programs(IReadOnlyList<RewardedGroup> groups) =>
    [
        .. groups.Select(group => options.Meta == MetaOptions.Off
            ? (null, [.. new ProgramEmbedding?[group.Completions.Length]])
            : (embed(group.Prompt.Parent.Code), group.Completions.Select(completion => embed(completion.Text)).ToImmutableArray())),
    ];

    /// <summary>The first time through is what the samples' own policy says; later ones show how far the update has gone.</summary>
    private static void Keep(ImmutableSortedDictionary<string, double>.Builder metrics, int epoch, PolicyLossResult result, double entropy)
    {
        foreach (var (name, value) in result.Metrics)
        {
            if (epoch == 0 || name.StartsWith("clip_ratio/", StringComparison.Ordinal))
            {
                metrics[name] = value;
            }
        }

        if (epoch == 0)
        {
            (metrics["loss"], metrics["entropy"]) = (result.Loss, entropy);
        }
    }

    private static ImmutableArray<SampleGroup> Sequences(IReadOnlyList<RewardedGroup> groups, float[][] current, float[][] references)
    {
        var row = 0;
        return [.. groups.Select(group => new SampleGroup(group.Rewards, [.. group.Completions.Select(completion => Sequence(completion, current[row], references[row++]))]))];
    }

    private static TokenSequence Sequence(Completion completion, float[] current, float[] reference) => new(
        Doubles(current), Doubles(completion.LogProbabilities), [.. Enumerable.Repeat(true, current.Length)], [.. new double[current.Length]])
    {
        Reference = Doubles(reference),
    };

    private static ImmutableArray<double> Doubles(IEnumerable<float> values) => [.. values.Select(value => (double)value)];

    private static double Copy(ImmutableArray<double> gradient, Span<float> slopes)
    {
        for (var token = 0; token < slopes.Length; token++)
        {
            slopes[token] = (float)gradient[token];
        }

        return 0;
    }

    /// <summary>How far the step has gone from the policy that sampled; of the advantages, those before meta-normalisation.</summary>
    private ImmutableSortedDictionary<string, double> Divergence(IReadOnlyList<RewardedGroup> groups, ImmutableArray<Example> examples)
    {
        var after = learner.LogProbabilities(learner.Weights, examples);
        var batch = Sequences(groups, after, after);
        var advantages = Advantages.Of([.. batch.Select(group => group.Shaped(options.Grpo.Penalties))], options.Grpo.Advantages);
        return StepDivergence.Of(
            [.. batch.Zip(advantages, (group, own) => group.Sequences.Zip(own, (sequence, advantage) => sequence.WithAdvantage(advantage))).SelectMany(sequences => sequences)],
            options.Meta.DivergenceLimit).Metrics;
    }

    private static IEnumerable<KeyValuePair<string, double>> Lengths(IReadOnlyList<RewardedGroup> groups)
    {
        Completion[] completions = [.. groups.SelectMany(group => group.Completions)];
        yield return new("completions/mean_length", completions.Average(completion => completion.Tokens.Length));
        yield return new("completions/min_length", completions.Min(completion => completion.Tokens.Length));
        yield return new("completions/max_length", completions.Max(completion => completion.Tokens.Length));
        yield return new("completions/clipped_ratio", completions.Average(completion => completion.IsTruncated ? 1.0 : 0));
    }
}
