using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Sampling;
using HpcVerify.Trainer.Model.Tokens;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Tests.Model;

/// <summary>A small model, and whether it learns what it is shown.</summary>
public sealed class LearningTests
{
    private const int Snippets = 20, Steps = 200;

    private static readonly string[] Loops = [.. Enumerable.Range(0, Snippets).Select(Loop)];

    private readonly Tokenizer _tokenizer = Tokenizer.Learn(Loops, 600);

    [Fact]
    public void TwentySnippetsAreLearntByHeartAndWrittenDownAgain()
    {
        var examples = Enumerable.Range(0, Snippets).Select(number => new Example([.. Prompt(number), .. _tokenizer.Encode(Loops[number]), _tokenizer[Mark.End]], Prompt(number).Length)).ToList();
        var weights = Small();
        var trainer = Trainer(weights, new LearningRate(Peak: 6e-3, Floor: 1e-4, WarmUp: 10, Steps));
        var losses = Enumerable.Range(0, Steps).Select(_ => trainer.Imitate(examples).Measured.Loss).ToList();

        Assert.True(losses[0] > 5, $"{losses[0]}");
        Assert.True(losses[^1] < 0.02, $"{losses[^1]}");
        var sampler = new Sampler(weights, new(Temperature: 0, TopK: 0, TopP: 1, MaximumTokens: 100, _tokenizer[Mark.End], Threads: 2));
        var written = sampler.Sample([.. Enumerable.Range(0, Snippets).Select(number => new Draw(Prompt(number), 0))], default);
        Assert.Equal(Loops, written.Select(response => _tokenizer.Decode(response.Tokens)));
    }

    /// <summary>The plainest policy gradient, −A·log p with advantages relative to the group: even tokens pay, and become the usual ones.</summary>
    [Fact]
    public void WhatIsRewardedBecomesMoreProbable()
    {
        var (weights, prompt) = (Small(), Prompt(0));
        var reference = weights.Copy();
        var trainer = Trainer(weights, LearningRate.Constant(8e-3));
        var options = new SamplingOptions(Temperature: 1, TopK: 0, TopP: 1, MaximumTokens: 8, End: -1, Threads: 2);
        var shares = new List<double>();
        for (var step = 0ul; step < 40; step++)
        {
            var drawn = new Sampler(weights, options).Sample([.. Enumerable.Range(0, 16).Select(index => new Draw(prompt, (step * 100) + (ulong)index))], default);
            var rewards = drawn.Select(response => response.Tokens.Count(int.IsEvenInteger) / (double)options.MaximumTokens).ToArray();
            shares.Add(rewards.Average());
            trainer.Follow([.. drawn.Select(response => new Example([.. prompt, .. response.Tokens], prompt.Length))], (index, logProbabilities, gradient) =>
            {
                var advantage = (float)(rewards[index] - rewards.Average());
                gradient.Fill(-advantage);
                return -advantage * System.Numerics.Tensors.TensorPrimitives.Sum(logProbabilities);
            });
        }

        Assert.InRange(shares[0], 0.3, 0.7);
        Assert.True(shares[^1] > 0.9, string.Join(' ', shares));

        // The frozen copy has not learnt anything.
        List<Example> all = [.. Enumerable.Range(0, _tokenizer.Count).Where(int.IsEvenInteger).Select(token => new Example([.. prompt, token], prompt.Length))];
        double Probability(Weights of) => trainer.LogProbabilities(of, all).Sum(found => Math.Exp(found[0]));
        Assert.InRange(Probability(reference), 0.3, 0.7);
        Assert.True(Probability(weights) > 0.85);
    }

    private static ModelTrainer Trainer(Weights weights, LearningRate schedule) =>
        new(new(weights, TinyModels.Options(tokensPerPass: 512)), new(weights.Layout, AdamWOptions.Usual, OptimiserState.Of(weights.Layout)), schedule);

    private Weights Small() => Weights.Random(new(_tokenizer.Count, Width: 64, Layers: 2, Heads: 2, Hidden: 128, ContextLength: 128), new(1));

    private System.Collections.Immutable.ImmutableArray<int> Prompt(int number) =>
        [_tokenizer[Mark.Begin], _tokenizer[Mark.Prompt], .. _tokenizer.Encode($"loop {number}"), _tokenizer[Mark.Response]];

    private static string Loop(int number)
    {
        var (index, array) = ((string[])["i", "j", "k", "row", "col"], (string[])["a", "b", "sum", "C"]);
        var (i, x, bound) = (index[number % 5], array[number / 5], 8 << (number % 7));
        return $"for (int {i} = 0; {i} < {bound}; {i} += {1 + (number % 3)}) {{\n    {x}[{i}] = {x}[{i}] * {number}.0 + {bound - number};\n}}\n";
    }
}
