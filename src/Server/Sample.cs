using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Server;

/// <summary>One submission, and how it is to be paid for.</summary>
/// <param name="IsTimed">Whether it is measured; what is not has no score when it is right.</param>
internal sealed record Sample(string Task, string Response, string Profile, int? Stage, ulong Seed, bool IsTimed)
{
    /// <summary>Whether it is evaluated again, whatever is known of it.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The numbers of Table I.</summary>
    private const int LastStage = 6;

    /// <summary>What is asked for by a label of a data set: a task's name, or an object with <c>task</c>, <c>profile</c>, <c>stage</c>, <c>seed</c>, <c>timing</c>, which may be inside of a string.</summary>
    /// <param name="keys">What other keys mean.</param>
    public static (Sample? Sample, Problem? Problem) Of(JsonElement label, string response, JsonSerializerOptions keys, Scoring scoring) => Label.Read(label, keys) switch
    {
        ({ } given, _) => Of(given.Task, response, given.Profile, given.Stage, given.Seed, given.Timing, scoring),
        (_, var problem) => (null, Problem.BadRequest(problem!)),
    };

    /// <summary>The same for trainers that send one sample at a time: nobody can tell what share of its group it has.</summary>
    public static (Sample? Sample, Problem? Problem) OfOne(JsonElement label, string response, JsonSerializerOptions keys, Scoring scoring) => Of(label, response, keys, scoring) switch
    {
        ({ } sample, _) when scoring.Profiles.Single(sample.Profile) is null =>
            (null, Problem.BadRequest($"profile '{sample.Profile}' is for whole groups, and this call has one sample: use /v1/score, or another profile")),
        var known => known,
    };

    public static (Sample? Sample, Problem? Problem) Of(string task, string response, string? profile, int? stage, ulong? seed, bool? timing, Scoring scoring)
    {
        var name = profile ?? scoring.Options.Profile;
        var problem = !scoring.Service.Tasks.ContainsKey(task) ? $"there is no task '{task}'; there are: {string.Join(", ", scoring.Service.Tasks.Keys.Order(StringComparer.Ordinal))}"
            : ProblemOf(name, stage, scoring);
        return problem is null ? (new(task, response, name, stage, seed ?? scoring.Options.Seed, timing ?? true), null) : (null, Problem.BadRequest(problem));
    }

    /// <summary>Why nothing can be scored in such a way; null where it can.</summary>
    public static string? ProblemOf(string profile, int? stage, Scoring scoring) =>
        !scoring.Profiles.IsKnown(profile) ? $"there is no profile '{profile}'; there are: {string.Join(", ", scoring.Profiles.Names)}"
        : stage is < 1 or > LastStage ? FormattableString.Invariant($"'stage' is from 1 to {LastStage}, and not {stage}")
        : null;

    public ScoreRequest Request(bool isProving, int threads, TimingProfile timing) => new(Task, Response, new()
    {
        Timing = timing,
        TimedRuns = ScoringOptions.TimedRunsOf(timing),
        Stage = Stage,
        Seed = Seed,
        Threads = threads,
        IsProving = isProving,
        Stages = IsTimed ? ScoringStages.All : ScoringStages.Verification,
    })
    {
        IsFresh = IsFresh,
    };
}

/// <summary>All profiles under the weights of this service.</summary>
internal sealed class Profiles(RewardWeights weights)
{
    private readonly Dictionary<string, RewardProfile> _single = RewardProfile.Of(weights).ToDictionary(profile => profile.Name);
    private readonly Dictionary<string, GroupProfile> _ofGroups = GroupProfile.Of(weights).ToDictionary(profile => profile.Name);

    public IEnumerable<string> Names => _single.Keys.Concat(_ofGroups.Keys);

    public bool IsKnown(string name) => _single.ContainsKey(name) || _ofGroups.ContainsKey(name);

    public bool NeedsProof(string name) => _single.TryGetValue(name, out var profile) ? profile.NeedsProof : _ofGroups[name].NeedsProof;

    public RewardProfile? Single(string name) => _single.GetValueOrDefault(name);

    public GroupProfile? OfGroup(string name) => _ofGroups.GetValueOrDefault(name);
}
