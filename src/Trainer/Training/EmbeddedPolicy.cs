using System.Collections.Immutable;
using HpcVerify.Trainer.Grpo.Meta;
using HpcVerify.Trainer.Model.Checkpoints;
using HpcVerify.Trainer.Model.Sampling;
using HpcVerify.Trainer.Model.Tokens;
using HpcVerify.Trainer.Model.Training;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Training;

/// <summary>A policy that is a model of this process: it writes kernels token by token, and learns from what became of them.</summary>
public sealed class EmbeddedPolicy : IPolicy
{
    private const string BaseNote = "hpcverify.base";

    private readonly PretrainedModel _base;
    private readonly EmbeddedOptions _options;
    private readonly Func<Prompt, string> _write;
    private readonly Learner _learner;
    private readonly PolicyUpdate _update;
    private AdamW _optimiser;
    private Sampler? _sampler;

    /// <param name="pretrained">What it begins as, and what the divergence is measured against; it is copied.</param>
    /// <param name="write">A prompt in the form that the model was pre-trained with.</param>
    /// <param name="embed">A program's place among programs; only asked where meta-normalisation is on.</param>
    public EmbeddedPolicy(PretrainedModel pretrained, EmbeddedOptions options, Func<Prompt, string> write, Func<string, ProgramEmbedding?> embed)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        (_base, _options, _write) = (pretrained, options, write);
        _learner = new(pretrained.Weights.Copy(), LearnerOptions.Usual with { Threads = options.Threads, Temperature = options.Temperature });
        _optimiser = Optimiser(OptimiserState.Of(pretrained.Weights.Layout));
        _update = new(_learner, pretrained.Weights, options, TokensOf, embed);
    }

    /// <summary>With all that its answers and updates depend on, so that an archive is only gone on with by the policy that began it.</summary>
    public string Name => $"embedded {_base.Fingerprint}, {_options}";

    /// <summary>At a rate of 0 as well: its reports are kept and made like any other's.</summary>
    public bool IsLearning => true;

    public Task<Sampling> Sample(Prompt prompt, int count, ulong seed, CancellationToken cancellation)
    {
        var tokenizer = _base.Tokenizer;
        var tokens = TokensOf(prompt);
        var seeds = new Rng(seed);
        ImmutableArray<Draw> draws = [.. Enumerable.Range(0, count).Select(_ => new Draw(tokens, seeds.Next()))];
        var sampler = _sampler ??= new(_learner.Weights, new(_options.Temperature, 0, 1, _options.MaximumTokens, tokenizer[Mark.End], _options.Threads));
        return Task.Run<Sampling>(() => new Sampling.Answered([.. sampler.Sample(draws, cancellation).Select(Completed)]), cancellation);
    }

    public StepReport Update(IReadOnlyList<RewardedGroup> groups)
    {
        _sampler = null;
        return _update.Of(groups, _optimiser);
    }

    public void Save(Stream state) => Checkpoint.Write(state);

    /// <summary>The model as it is now, with its optimiser, for a file of its own.</summary>
    public Checkpoint Checkpoint => new(_learner.Weights, _optimiser.State, ImmutableSortedDictionary<string, string>.Empty.Add(BaseNote, _base.Fingerprint));

    public void Load(Stream state)
    {
        var (checkpoint, problem) = Checkpoint.Read(state);
        if (checkpoint is not { Optimiser: { } optimiser })
        {
            throw new InvalidDataException($"the state of the policy cannot be read: {problem ?? "it has no optimiser"}");
        }

        if (checkpoint.Notes.GetValueOrDefault(BaseNote) is var begun && begun != _base.Fingerprint || checkpoint.Weights.Shape != _base.Weights.Shape)
        {
            throw new InvalidDataException($"the state is that of a policy that began as '{begun}', and this one began as '{_base.Fingerprint}'");
        }

        checkpoint.Weights.Values.CopyTo(_learner.Weights.Values, 0);
        (_optimiser, _sampler) = (Optimiser(optimiser), null);
    }

    private AdamW Optimiser(OptimiserState state) => new(_base.Weights.Layout, AdamWOptions.Usual with { WeightDecay = 0, LargestNorm = _options.LargestNorm }, state);

    private ImmutableArray<int> TokensOf(Prompt prompt) => PolicyPrompt.Of(_base.Tokenizer, _write(prompt), PolicyPrompt.Longest(_base.Weights.Shape, _options.MaximumTokens));

    private Completion Completed(Drawn drawn) => new(_base.Tokenizer.Decode(drawn.Tokens), drawn.Tokens, drawn.LogProbabilities, drawn.IsTruncated);
}
