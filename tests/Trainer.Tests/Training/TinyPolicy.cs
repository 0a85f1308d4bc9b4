using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Tokens;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Tests.Training;

/// <summary>A policy that is small enough to learn within a test, and what it is asked.</summary>
internal static class TinyPolicy
{
    public static EmbeddedOptions Options { get; } = EmbeddedOptions.Usual with { LearningRate = 1e-2, MaximumTokens = 6, Threads = 1, WarmUp = 0 };

    public static Prompt Prompt { get; } = Asked("double x;");

    public static Prompt Asked(string code, int stage = 1) => new("axpy", stage, Purpose.Begin, "write", new(1, code, ""), "");

    public static PretrainedModel Model(ulong seed = 1)
    {
        var tokenizer = new Tokenizer(["int", " x", "for", " double", "return"]);
        return new(tokenizer, Weights.Random(new(tokenizer.Count, Width: 32, Layers: 1, Heads: 2, Hidden: 32, ContextLength: 128), new(seed)));
    }

    public static EmbeddedPolicy Make(EmbeddedOptions? options = null, ulong seed = 1) =>
        new(Model(seed), options ?? Options, prompt => $"{prompt.Task} {prompt.Stage} {prompt.Parent.Code}", _ => null);

    public static async Task<Completion[]> Sample(EmbeddedPolicy policy, int count = 6, ulong seed = 5) =>
        ((Sampling.Answered)await policy.Sample(Prompt, count, seed, CancellationToken.None)).Completions.ToArray();

    /// <summary>A group of answers that are paid by their place: one is good, one is unscored, the others are not.</summary>
    public static async Task<RewardedGroup> Group(EmbeddedPolicy policy, int count = 6, ulong seed = 5) =>
        new(Prompt, [.. await Sample(policy, count, seed)], [.. Enumerable.Range(0, count).Select(place => place == 0 ? 10 : place == 1 ? (double?)null : -place)]);

    public static byte[] State(EmbeddedPolicy policy)
    {
        using var stream = new MemoryStream();
        policy.Save(stream);
        return stream.ToArray();
    }
}
