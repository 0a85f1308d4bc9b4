using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Trainer.Search.Policies;

/// <summary>
/// Answers with files of a folder, drawn at random: kernels that somebody wrote or collected. Files in <c>stage-3</c> are for that stage only. It shows
/// what a search makes of given kernels, and does not learn.
/// </summary>
public sealed class ScriptedPolicy : IPolicy
{
    private const int LastStage = 6;
    private static readonly ImmutableArray<string> Extensions = [".c", ".md", ".txt"];

    private readonly ImmutableDictionary<int, ImmutableArray<string>> _answers;

    private ScriptedPolicy(ImmutableDictionary<int, ImmutableArray<string>> answers, string name) => (_answers, Name) = (answers, name);

    public string Name { get; }

    public bool IsLearning => false;

    /// <summary>Reads the folder; else the sentence that says why it cannot be used.</summary>
    public static (ScriptedPolicy? Policy, string? Problem) Read(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return (null, $"'{folder}' is no folder with kernels");
            }

            var answers = Enumerable.Range(1, LastStage).ToImmutableDictionary(
                stage => stage, stage => Texts(folder).AddRange(Texts(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"stage-{stage}")))));
            var poor = answers.Where(stage => stage.Value.IsEmpty).Select(stage => stage.Key).Order().FirstOrDefault();
            return poor == 0
                ? (new(answers, $"scripted {HashOf(answers)}"), null)
                : (null, string.Create(CultureInfo.InvariantCulture, $"'{folder}' has no answer for stage {poor} (files end in {string.Join(", ", Extensions)})"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{folder}' cannot be read: {exception.Message}");
        }
    }

    public Task<Sampling> Sample(Prompt prompt, int count, ulong seed, CancellationToken cancellation)
    {
        var (rng, answers) = (new Rng(seed), _answers[prompt.Stage]);
        return Task.FromResult<Sampling>(new Sampling.Answered(
            [.. Enumerable.Range(0, count).Select(_ => new Completion(answers[rng.Below(answers.Length)], [], [], false))]));
    }

    public StepReport Update(IReadOnlyList<RewardedGroup> groups) => StepReport.Empty;

    public void Save(Stream state) { }

    public void Load(Stream state) { }

    private static ImmutableArray<string> Texts(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Where(file => Extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file, Encoding.UTF8))]
        : [];

    private static string HashOf(ImmutableDictionary<int, ImmutableArray<string>> answers)
    {
        const int Digits = 12;
        return ContentHash.Of([.. answers.OrderBy(stage => stage.Key).SelectMany(stage => stage.Value).Select(text => ContentHash.Part("answer", text))]).Text[..Digits];
    }
}
