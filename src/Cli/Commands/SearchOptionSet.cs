using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>The options of <c>search</c> that say what is searched for, and how. A search that is resumed has those that it was begun with.</summary>
internal sealed class SearchOptionSet
{
    private const int MostOfAKind = 1024;

    private readonly Option<int> _group = Inputs.Number("--group", "answers to one prompt", SearchOptions.Usual.GroupSize, 1, MostOfAKind, "-g");
    private readonly Option<int> _perStep = Inputs.Number("--per-step", "prompts whose answers one update learns from", SearchOptions.Usual.GroupsPerStep, 1, MostOfAKind);
    private readonly Option<int> _parents = Inputs.Number("--parents", "the most parents that a stage has in an iteration", SearchOptions.Usual.ParentsPerStage, 1, MostOfAKind);
    private readonly Option<int> _deepen = Inputs.Number("--deepen", "percent of a stage that go on to the next one", SearchOptions.Usual.DeepenPercent, 0, 100);
    private readonly Option<int> _improve = Inputs.Number("--improve", "percent of a stage, below those, that are improved", SearchOptions.Usual.ImprovePercent, 0, 100);
    private readonly Option<int> _repair = Inputs.Number("--repair", "percent of a stage, at most, that are repaired", SearchOptions.Usual.RepairPercent, 0, 100);
    private readonly Option<ulong> _seed = Inputs.Number("--seed", "where all that chance decides begins", SearchOptions.Usual.Seed, ulong.MinValue, ulong.MaxValue);
    private readonly Option<ulong> _dataSeed = Inputs.Number("--data-seed", "seed of the data that kernels are tried with", SearchOptions.Usual.DataSeed, ulong.MinValue, ulong.MaxValue);
    private readonly Option<int> _threads = Inputs.Number("--threads", "threads of a team where a kernel does not say; a service has its own, as it has level, timing and weights", SearchOptions.Usual.Threads, 1, ProcessLimits.MostThreads);
    private readonly Option<double> _opinion = Inputs.Number("--opinion-weight", "what a user's word is worth, in units of the reward", SearchOptions.Usual.OpinionWeight, 0, 1e6);
    private readonly Option<string> _stages = new("--stages") { Description = "from which stage to which, of 1 to 6", DefaultValueFactory = _ => "1-6" };
    private readonly Option<string> _profile = new("--profile") { Description = "what evidence is worth: 'paper-sqd' is the share of the group's best", DefaultValueFactory = _ => SearchOptions.Usual.Profile };
    private readonly Option<string?> _weights = new("--weights") { Description = "a JSON file with the numbers of the profiles" };
    private readonly TimingOption _timing = new();
    private readonly LevelOption _level = new();

    public SearchOptionSet() => _profile.AcceptOnlyFromAmong([.. GroupPayment.Names]);

    public IEnumerable<Option> All => [_stages, _group, _perStep, _parents, _deepen, _improve, _repair, _profile, _weights, _level.Option, _timing.Option, _threads, _seed, _dataSeed, _opinion];

    /// <summary>What was asked for; what was not is as it was when the search was begun. Else the sentence that says what is wrong.</summary>
    /// <param name="begun">What the search was begun with; null for a new one.</param>
    public (SearchOptions? Options, string? Problem) Of(ParseResult result, string task, SearchOptions? begun)
    {
        var usual = begun ?? SearchOptions.Usual;
        var (weights, unreadable) = result.GetValue(_weights) is { } path ? RewardWeightsReader.Read(path) : (usual.Weights, null);
        var stages = IsGiven(result, _stages) || begun is null ? StagesOf(result.GetValue(_stages)!) : (usual.FirstStage, usual.LastStage);
        if (unreadable is not null || stages is null)
        {
            return (null, unreadable ?? $"--stages is one stage or two, as in '1-6', and not '{result.GetValue(_stages)}'");
        }

        var options = usual with
        {
            Task = task,
            Weights = weights!,
            FirstStage = stages.Value.First,
            LastStage = stages.Value.Last,
            Profile = Value(result, _profile, usual.Profile),
            GroupSize = Value(result, _group, usual.GroupSize),
            GroupsPerStep = Value(result, _perStep, usual.GroupsPerStep),
            ParentsPerStage = Value(result, _parents, usual.ParentsPerStage),
            DeepenPercent = Value(result, _deepen, usual.DeepenPercent),
            ImprovePercent = Value(result, _improve, usual.ImprovePercent),
            RepairPercent = Value(result, _repair, usual.RepairPercent),
            Seed = Value(result, _seed, usual.Seed),
            DataSeed = Value(result, _dataSeed, usual.DataSeed),
            Threads = Value(result, _threads, usual.Threads),
            OpinionWeight = Value(result, _opinion, usual.OpinionWeight),
            Level = Value(result, _level.Option, usual.Level),
            Timing = IsGiven(result, _timing.Option) ? _timing.Of(result) : usual.Timing,
        };
        return options.Problem() is { } problem ? (null, problem) : (options, null);
    }

    private static T Value<T>(ParseResult result, Option<T> option, T begun) => IsGiven(result, option) ? result.GetValue(option)! : begun;

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is OptionResult { Implicit: false };

    private static (int First, int Last)? StagesOf(string text)
    {
        int[] numbers = [.. text.Split('-').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return numbers is [var first, .. var rest] && rest.Length < 2 && numbers.All(number => number is >= 1 and <= 6) && first <= numbers[^1] ? (first, numbers[^1]) : null;
    }
}
