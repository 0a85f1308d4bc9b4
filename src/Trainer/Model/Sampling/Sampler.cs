using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>
/// Draws responses from a model as it was when the sampler was made. A response depends on the weights, its prompt, its seed and the options,
/// and on nothing else: not on what is drawn with it, nor on the number of threads.
/// </summary>
public sealed class Sampler(Weights weights, SamplingOptions options)
{
    private const int PromptTokensAtOnce = 64;

    private readonly PackedModel _model = new(weights);

    /// <summary>The responses, in the order in which they were asked for.</summary>
    /// <exception cref="ArgumentException">A prompt is empty, too long for the context or not of the vocabulary, or the options are wrong.</exception>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public ImmutableArray<Drawn> Sample(IReadOnlyList<Draw> draws, CancellationToken cancellation)
    {
        if ((options.Problem() ?? draws.Select(draw => ProblemOf(draw.Prompt)).FirstOrDefault(problem => problem is not null)) is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(draws));
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        var groups = draws.Select((draw, index) => (Draw: draw, Index: index)).GroupBy(item => item.Draw.Prompt, SamePrompt.Instance).ToList();
        var prompts = new KeyValueCache?[draws.Count];
        Parallel.ForEach(groups, parallel, group =>
        {
            var cache = ReadPrompt(group.Key);
            foreach (var (_, index) in group)
            {
                prompts[index] = cache;
            }
        });

        var drawn = new Drawn[draws.Count];
        var threads = Math.Min(options.Threads, draws.Count);
        Parallel.For(0, threads, parallel, thread =>
        {
            var share = Enumerable.Range(0, draws.Count).Where(index => index % threads == thread).ToList();
            var lane = new SamplingLane(_model, options, [.. share.Select(index => new Unfinished(_model.Shape, options, prompts[index], draws[index]))]);
            foreach (var (index, response) in share.Zip(lane.Run(cancellation)))
            {
                drawn[index] = response;
            }
        });
        return [.. drawn];
    }

    /// <summary>Why a prompt cannot be answered, in a sentence; null where it can.</summary>
    public string? ProblemOf(ImmutableArray<int> prompt) =>
        prompt.IsDefaultOrEmpty ? "a prompt has at least one token"
        : prompt.Length >= _model.Shape.ContextLength ? $"a prompt of {prompt.Length} tokens leaves no room for a response in a context of {_model.Shape.ContextLength}"
        : prompt.Any(token => token < 0 || token >= _model.Shape.Vocabulary) ? $"a prompt has a token that is none of the {_model.Shape.Vocabulary} of the vocabulary"
        : null;

    /// <summary>All of a prompt but its last token, which each response reads for itself; null where there is nothing else.</summary>
    private KeyValueCache? ReadPrompt(ImmutableArray<int> prompt)
    {
        if (prompt.Length == 1)
        {
            return null;
        }

        var shared = new KeyValueCache(_model.Shape, prompt.Length - 1);
        new Decoder(_model, Math.Min(PromptTokensAtOnce, prompt.Length - 1)).ReadOn(new(null, shared), prompt.AsSpan()[..^1]);
        return shared;
    }

    private sealed class SamePrompt : IEqualityComparer<ImmutableArray<int>>
    {
        public static SamePrompt Instance { get; } = new();

        public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<int> prompt) => prompt.Aggregate(0, HashCode.Combine);
    }
}
