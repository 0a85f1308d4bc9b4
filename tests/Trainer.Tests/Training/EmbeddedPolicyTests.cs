using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;
using HpcVerify.Trainer.Model.Checkpoints;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Tests.Training;

public sealed class EmbeddedPolicyTests
{
    [Fact]
    public async Task TheSameSeedGivesTheSameAnswersAndAnotherOneOthers()
    {
        var policy = TinyPolicy.Make();

        Assert.Equal(await TinyPolicy.Sample(policy), await TinyPolicy.Sample(TinyPolicy.Make()));
        Assert.NotEqual(await TinyPolicy.Sample(policy), await TinyPolicy.Sample(policy, seed: 6));
    }

    [Fact]
    public async Task EachAnswerHasALogProbabilityForEachToken()
    {
        var completions = await TinyPolicy.Sample(TinyPolicy.Make());

        Assert.All(completions, completion => Assert.Equal(completion.Tokens.Length, completion.LogProbabilities.Length));
        Assert.All(completions.SelectMany(completion => completion.LogProbabilities), logarithm => Assert.True(logarithm < 0));
    }

    [Fact]
    public async Task AtALearningRateOfZeroTheWeightsStayBitForBit()
    {
        var policy = TinyPolicy.Make(TinyPolicy.Options with { LearningRate = 0, Epochs = 2 });
        var before = TinyPolicy.State(policy);

        var report = policy.Update([await TinyPolicy.Group(policy)]);

        Assert.Equal(before, TinyPolicy.State(policy));
        Assert.Equal(0, report.Metrics["meta/kl_step"], 9);
        Assert.True(report.Metrics["reward_std"] > 0);
    }

    /// <summary>A policy that is paid for one answer and fined for others comes to give it, whatever the price of divergence.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.01, 1)]
    [InlineData(0, 2)]
    public async Task WhatIsPaidForBecomesMoreProbable(double beta, int epochs)
    {
        var policy = TinyPolicy.Make(TinyPolicy.Options with { Grpo = GrpoOptions.Paper.WithBeta(beta), Epochs = epochs });
        var group = await TinyPolicy.Group(policy);
        var first = policy.Update([group]).Metrics;
        var later = Enumerable.Range(0, 10).Select(_ => policy.Update([group]).Metrics).Last();

        Assert.Equal(0, first["kl"], 6);
        Assert.True(later["kl"] > 1e-3, $"{later["kl"]}");
        Assert.True(later["loss"] < first["loss"] - 0.05, $"{first["loss"]} and {later["loss"]}");
        Assert.True(later["clip_ratio/region_mean"] > 0);
    }

    [Fact]
    public async Task AnUpdateReportsByTheNamesThatTrlLogs()
    {
        var policy = TinyPolicy.Make();
        var metrics = policy.Update([await TinyPolicy.Group(policy)]).Metrics;

        Assert.All(
            [
                "reward", "reward_std", "frac_reward_zero_std", "kl", "clip_ratio/low_mean", "clip_ratio/high_mean", "clip_ratio/region_mean", "completions/mean_length",
                "completions/min_length", "completions/max_length", "completions/clipped_ratio", "entropy", "learning_rate", "grad_norm", "loss",
            ],
            name => Assert.True(metrics.ContainsKey(name), name));
        Assert.Equal(1, metrics["unscored"]);
        Assert.Equal(0.01, metrics["learning_rate"]);
    }

    [Fact]
    public async Task TheRateRisesOverTheFirstUpdates()
    {
        var policy = TinyPolicy.Make(TinyPolicy.Options with { WarmUp = 4 });
        var group = await TinyPolicy.Group(policy);

        Assert.Equal([0.0025, 0.005, 0.0075, 0.01, 0.01], Enumerable.Range(0, 5).Select(_ => policy.Update([group]).Metrics["learning_rate"]));
    }

    [Fact]
    public async Task AGroupOfEvenRewardsMovesNothing()
    {
        var policy = TinyPolicy.Make();
        var before = TinyPolicy.State(policy);
        var report = policy.Update([new(TinyPolicy.Prompt, [.. await TinyPolicy.Sample(policy, 2)], [5, 5])]);

        Assert.Equal(0, report.Metrics["grad_norm"]);
        Assert.Equal(Weights(before), Weights(TinyPolicy.State(policy)));
    }

    [Fact]
    public async Task ASavedPolicyGoesOnExactlyWhereItWas()
    {
        var (left, resumed) = (TinyPolicy.Make(), TinyPolicy.Make());
        left.Update([await TinyPolicy.Group(left)]);
        resumed.Load(new MemoryStream(TinyPolicy.State(left)));

        Assert.Equal(await TinyPolicy.Sample(left), await TinyPolicy.Sample(resumed));
        left.Update([await TinyPolicy.Group(left, seed: 8)]);
        resumed.Update([await TinyPolicy.Group(resumed, seed: 8)]);
        Assert.Equal(TinyPolicy.State(left), TinyPolicy.State(resumed));
    }

    [Fact]
    public void TheStateOfAPolicyThatBeganOtherwiseIsRefused()
    {
        var other = TinyPolicy.State(TinyPolicy.Make(seed: 2));

        Assert.Contains("began as", Assert.Throws<InvalidDataException>(() => TinyPolicy.Make().Load(new MemoryStream(other))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => TinyPolicy.Make().Load(new MemoryStream([1, 2, 3])));
    }

    [Fact]
    public void TheNameSaysWhatAResumeDependsOn()
    {
        string[] names =
        [
            TinyPolicy.Make().Name, TinyPolicy.Make(seed: 2).Name, TinyPolicy.Make(TinyPolicy.Options with { LearningRate = 0 }).Name,
            TinyPolicy.Make(TinyPolicy.Options with { Grpo = GrpoOptions.Paper.WithBeta(0.01) }).Name, TinyPolicy.Make(TinyPolicy.Options with { Meta = MetaOptions.On }).Name,
            TinyPolicy.Make(TinyPolicy.Options with { Threads = 2 }).Name,
        ];

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(TinyPolicy.Make().Name, names[0]);
    }

    [Fact]
    public async Task APromptThatIsTooLongIsCutInTheMiddle()
    {
        var policy = TinyPolicy.Make();
        var answer = await policy.Sample(TinyPolicy.Asked(new string('q', 1000)), 2, 1, CancellationToken.None);

        Assert.IsType<Sampling.Answered>(answer);
    }

    [Fact]
    public async Task MetaNormalisationIsAskedForProgramsOnlyWhereItIsOn()
    {
        var asked = new List<string>();
        foreach (var meta in (MetaOptions[])[MetaOptions.Off, MetaOptions.On])
        {
            var policy = new EmbeddedPolicy(TinyPolicy.Model(), TinyPolicy.Options with { Meta = meta }, prompt => prompt.Parent.Code, code =>
            {
                asked.Add(code);
                return null;
            });
            var report = policy.Update([await TinyPolicy.Group(policy), await TinyPolicy.Group(policy, seed: 9)]);
            Assert.Equal(meta == MetaOptions.Off ? 0 : 2 * (1 + 6), asked.Count);
            Assert.Equal(meta != MetaOptions.Off, report.Metrics.ContainsKey("meta/amplified"));
        }
    }

    private static float[] Weights(byte[] state) => Checkpoint.Read(new MemoryStream(state)).Checkpoint!.Weights.Values;
}
