namespace HpcVerify.Trainer.Model.Training;

/// <summary>A model, its optimiser and its schedule: one step at a time.</summary>
public sealed class ModelTrainer(Learner learner, AdamW optimiser, LearningRate schedule)
{
    public Weights Weights => learner.Weights;

    public AdamW Optimiser => optimiser;

    /// <summary>One step of learning by heart: the mean cross-entropy of the responses' tokens.</summary>
    public StepTaken Imitate(IReadOnlyList<Example> examples)
    {
        var measured = learner.AccumulateCrossEntropy(examples, examples.Sum(example => example.ResponseLength));
        return Apply(measured);
    }

    /// <summary>One step down a loss of somebody else, such as a clipped policy gradient.</summary>
    public StepTaken Follow(IReadOnlyList<Example> examples, LossGradient loss) => Apply(learner.Accumulate(examples, loss));

    /// <summary>The log-probabilities of responses, by these weights or by a frozen copy.</summary>
    public float[][] LogProbabilities(Weights weights, IReadOnlyList<Example> examples) => learner.LogProbabilities(weights, examples);

    private StepTaken Apply(Measured measured)
    {
        var rate = schedule.At(optimiser.State.Steps);
        return new(measured, optimiser.Step(learner.Weights.Values, learner.Gradient, rate), rate);
    }
}
