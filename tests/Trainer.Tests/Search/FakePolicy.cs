using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>
/// Writes not kernels but numbers, and learns: what it writes next depends on every reward it was given, and on the order of its updates, so that a search
/// that is resumed wrongly does not come to the same end.
/// </summary>
internal sealed class FakePolicy : IPolicy
{
    private ulong _state = 1;

    public string Name => "fake";

    public bool IsLearning => true;

    public ulong State => _state;

    public Task<Sampling> Sample(Prompt prompt, int count, ulong seed, CancellationToken cancellation)
    {
        var rng = new Rng(seed ^ _state ^ (ulong)prompt.Text.Length);
        return Task.FromResult<Sampling>(new Sampling.Answered([.. Enumerable.Range(0, count).Select(_ => Answer(prompt, rng.Below(1000)))]));
    }

    public StepReport Update(IReadOnlyList<RewardedGroup> groups)
    {
        foreach (var reward in groups.SelectMany(group => group.Rewards).Concat(groups.Select(group => (double?)group.Prompt.Parent.Feedback.Length + group.Completions[0].Tokens[0])))
        {
            _state = (_state * 6364136223846793005) + (ulong)BitConverter.DoubleToInt64Bits(reward ?? -1);
        }

        return new(ImmutableSortedDictionary<string, double>.Empty.Add("state", _state % 1000));
    }

    public void Save(Stream state) => JsonSerializer.Serialize(state, _state);

    public void Load(Stream state) => _state = JsonSerializer.Deserialize<ulong>(state);

    private static Completion Answer(Prompt prompt, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{prompt.Stage} {number}"), [number, prompt.Stage], [-0.5f, number / -1000f], number % 10 == 0);
}
