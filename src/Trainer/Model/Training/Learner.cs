namespace HpcVerify.Trainer.Model.Training;

/// <summary>
/// Gradients of a model over many examples. Each thread takes whole examples and sums into a gradient of its own, so that nothing is waited
/// for within a pass; the sums are added up in the order of the threads. The same examples, weights and thread count give the same bits.
/// </summary>
public sealed class Learner
{
    private readonly LearnerOptions _options;
    private readonly Worker[] _workers;

    public Learner(Weights weights, LearnerOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TokensPerPass, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Temperature);
        Weights = weights;
        Gradient = new float[weights.Values.Length];
        _options = options;
        _workers = [.. Enumerable.Range(0, options.Threads).Select(thread => new Worker(weights.Shape, options, thread == 0 ? Gradient : new float[Gradient.Length]))];
    }

    public Weights Weights { get; }

    /// <summary>What has been added up since the optimiser last took it; lies as the weights do.</summary>
    public float[] Gradient { get; }

    /// <summary>The log-probabilities of each example's response under some weights of this shape, these or a frozen copy; nothing is learnt.</summary>
    public float[][] LogProbabilities(Weights weights, IReadOnlyList<Example> examples) => Read(weights, examples).LogProbabilities;

    /// <summary>The same, and the mean entropy of the distributions that the responses' tokens were drawn from, in nats.</summary>
    public (float[][] LogProbabilities, double Entropy) Read(Weights weights, IReadOnlyList<Example> examples)
    {
        var found = new float[examples.Count][];
        var measured = Run(weights, examples, learns: false, (example, logProbabilities, _) =>
        {
            found[example] = logProbabilities.ToArray();
            return 0;
        });
        return (found, measured.Entropy);
    }

    /// <summary>
    /// Adds a loss's gradient to what has been added up. Several calls amount to one with all their examples, where the loss weighs tokens the
    /// same in both: how a loss is averaged is the caller's to say, in <paramref name="loss"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The model cannot read one of the examples.</exception>
    public Measured Accumulate(IReadOnlyList<Example> examples, LossGradient loss)
    {
        var measured = Run(Weights, examples, learns: true, loss);
        foreach (var worker in _workers.AsSpan(1))
        {
            worker.MoveGradientTo(Gradient);
        }

        return measured;
    }

    /// <summary>The cross-entropy of responses, averaged over <paramref name="tokens"/>: those of a whole step, of which the examples may be a part.</summary>
    public Measured AccumulateCrossEntropy(IReadOnlyList<Example> examples, int tokens) =>
        Accumulate(examples, (_, logProbabilities, gradient) =>
        {
            gradient.Fill(-1f / tokens);
            return -System.Numerics.Tensors.TensorPrimitives.Sum(logProbabilities) / tokens;
        });

    private Measured Run(Weights weights, IReadOnlyList<Example> examples, bool learns, LossGradient loss)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Shape, Weights.Shape);
        if (examples.Select(example => example.Problem(Weights.Shape)).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(examples));
        }

        var (losses, entropies) = (new double[examples.Count], new double[examples.Count]);
        var shares = Shares.Of(examples, _options.Threads);
        Parallel.For(0, _options.Threads, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, thread =>
            _workers[thread].Run(weights.Values, examples, shares[thread], learns, loss, losses, entropies));

        var tokens = examples.Sum(example => example.ResponseLength);
        return new(losses.Sum(), tokens, entropies.Sum() / Math.Max(1, tokens));
    }
}
