using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>A response on its way.</summary>
internal sealed class Unfinished(ModelShape shape, SamplingOptions options, KeyValueCache? prompt, Draw draw)
{
    private readonly ImmutableArray<int>.Builder _tokens = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<float>.Builder _logProbabilities = ImmutableArray.CreateBuilder<float>();
    private readonly int _longest = Math.Min(options.MaximumTokens, shape.ContextLength - draw.Prompt.Length);

    // The first position is that of the prompt's last token; nothing reads the last token of a response.
    public DecodedSequence Sequence { get; } = new(prompt, new(shape, Math.Min(options.MaximumTokens, shape.ContextLength - draw.Prompt.Length)));

    public Rng Random { get; } = new(draw.Seed);

    /// <summary>What the model reads next.</summary>
    public int LastToken => _tokens.Count == 0 ? draw.Prompt[^1] : _tokens[^1];

    public bool IsComplete => HasEnded || _tokens.Count >= _longest;

    private bool HasEnded => _tokens.Count > 0 && _tokens[^1] == options.End;

    public void Add(int token, float logProbability)
    {
        _tokens.Add(token);
        _logProbabilities.Add(logProbability);
    }

    public Drawn ToDrawn() => new(_tokens.ToImmutable(), _logProbabilities.ToImmutable(), !HasEnded);
}

/// <summary>One thread's responses: all that are not complete take a step together.</summary>
internal sealed class SamplingLane(PackedModel model, SamplingOptions options, ImmutableArray<Unfinished> responses)
{
    private readonly Decoder _decoder = new(model, responses.Length);
    private readonly Choice _choice = new(model.Shape.Vocabulary, options);

    public ImmutableArray<Drawn> Run(CancellationToken cancellation)
    {
        var active = responses.ToList();
        var (sequences, tokens) = (new DecodedSequence[active.Count], new int[active.Count]);
        while (active.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < active.Count; row++)
            {
                (sequences[row], tokens[row]) = (active[row].Sequence, active[row].LastToken);
            }

            _decoder.Read(sequences.AsSpan(0, active.Count), tokens.AsSpan(0, active.Count));
            _decoder.Predict(active.Count);
            for (var row = 0; row < active.Count; row++)
            {
                var (token, logProbability) = _choice.Draw(_decoder.LogitsOf(row), active[row].Random);
                active[row].Add(token, logProbability);
            }

            active.RemoveAll(response => response.IsComplete);
        }

        return [.. responses.Select(response => response.ToDrawn())];
    }
}
