using System.Collections.Immutable;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Tokens;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Training;

/// <summary>One thing to learn by heart: what is asked, and what is answered.</summary>
public sealed record TrainingText(string Prompt, string Response);

/// <summary>How a base model is made.</summary>
/// <param name="Vocabulary">The most tokens that there are.</param>
/// <param name="Phrases">How many of them may be several lexemes of a line in a row.</param>
/// <param name="ShapeOf">The model's sizes for the tokens that came out.</param>
/// <param name="TokensPerStep">Tokens of prompts and responses that one step sees, about.</param>
/// <param name="Rate">The learning rate at its peak; it ends at a tenth of that.</param>
/// <param name="Seed">Of the first weights and of the order of texts.</param>
/// <param name="Threads">How many learn; the last bits of the weights depend on it.</param>
public sealed record PretrainingOptions(int Vocabulary, int Phrases, Func<int, ModelShape> ShapeOf, int Steps, int TokensPerStep, double Rate, ulong Seed, int Threads)
{
    public static PretrainingOptions Usual { get; } = new(1536, 512, ModelShape.Usual, Steps: 1200, TokensPerStep: 4096, Rate: 3e-3, Seed: 1, Threads: 2);
}

/// <summary>A step of pre-training, for who watches.</summary>
/// <param name="Loss">The mean cross-entropy of the tokens of responses, in nats.</param>
public sealed record PretrainingStep(int Step, int Steps, double Loss, double GradientNorm);

/// <summary>Supervised learning on prompts with their responses, before any reward: what lets a model of a few million parameters write C at all.</summary>
public static class Pretraining
{
    private const int WarmUpShare = 20;

    /// <summary>The examples of texts; those that are longer than the context are left out.</summary>
    internal static ImmutableArray<Example> Examples(Tokenizer tokenizer, IEnumerable<TrainingText> texts, ModelShape shape) =>
        [.. texts.Select(text => Example(tokenizer, text)).Where(example => example.Problem(shape) is null)];

    /// <summary>The vocabulary that a model of these texts has.</summary>
    public static Tokenizer VocabularyOf(IReadOnlyList<TrainingText> texts, PretrainingOptions options) =>
        Tokenizer.Learn([.. texts.SelectMany(text => (string[])[text.Prompt, text.Response])], options.Vocabulary, options.Phrases);

    /// <summary>Makes a model. The same texts, options and number of threads give the same one.</summary>
    /// <param name="tokenizer">The vocabulary of the texts (<see cref="VocabularyOf"/>).</param>
    /// <exception cref="ArgumentException">There is no text that the model could read.</exception>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public static PretrainedModel Run(IReadOnlyList<TrainingText> texts, Tokenizer tokenizer, PretrainingOptions options, Action<PretrainingStep> report, CancellationToken cancellation)
    {
        var shape = options.ShapeOf(tokenizer.Count);
        var examples = Examples(tokenizer, texts, shape);
        if (examples.IsEmpty)
        {
            throw new ArgumentException("there is no text that fits into the model's context", nameof(texts));
        }

        var random = new Rng(options.Seed);
        var weights = Weights.Random(shape, random);
        var learner = new Learner(weights, LearnerOptions.Usual with { Threads = options.Threads });
        var schedule = new LearningRate(options.Rate, options.Rate / 10, Math.Max(1, options.Steps / WarmUpShare), options.Steps);
        var trainer = new ModelTrainer(learner, new(weights.Layout, AdamWOptions.Usual, OptimiserState.Of(weights.Layout)), schedule);
        using var batches = Batches(examples, options.TokensPerStep, random).GetEnumerator();
        for (var step = 1; step <= options.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            batches.MoveNext();
            var taken = trainer.Imitate(batches.Current);
            report(new(step, options.Steps, taken.Measured.Loss, taken.GradientNorm));
        }

        return new(tokenizer, weights);
    }

    private static Example Example(Tokenizer tokenizer, TrainingText text)
    {
        var prompt = PolicyPrompt.Of(tokenizer, text.Prompt, int.MaxValue);
        return new([.. prompt, .. tokenizer.Encode(text.Response), tokenizer[Mark.End]], prompt.Length);
    }

    /// <summary>Batches without end, each text once before any comes again.</summary>
    private static IEnumerable<ImmutableArray<Example>> Batches(ImmutableArray<Example> examples, int tokens, Rng random)
    {
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var (batch, size) = (ImmutableArray.CreateBuilder<Example>(), 0);
        while (true)
        {
            random.Shuffle<int>(order);
            foreach (var index in order)
            {
                batch.Add(examples[index]);
                size += examples[index].Tokens.Length;
                if (size >= tokens)
                {
                    yield return batch.ToImmutable();
                    batch.Clear();
                    size = 0;
                }
            }
        }
    }
}
