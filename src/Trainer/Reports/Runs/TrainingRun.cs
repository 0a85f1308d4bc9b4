using System.Collections.Immutable;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>A run that was made, read from its folder.</summary>
/// <param name="Samples">What its policy wrote and what became of it, oldest first.</param>
/// <param name="Steps">The metrics of its steps by name.</param>
public sealed record TrainingRun(string Folder, RunRecord Record, ImmutableArray<RunSample> Samples, ImmutableArray<ImmutableSortedDictionary<string, double>> Steps)
{
    /// <summary>What a run's folder has every prompt and kernel in.</summary>
    public const string ArchiveFile = "archive.db";

    /// <summary>The run of a folder; else the sentence that says what is wrong.</summary>
    public static (TrainingRun? Run, string? Problem) Read(string folder)
    {
        var (record, unread) = RunRecord.Read(folder);
        var (samples, unsampled) = unread is null ? RunData.Samples(folder) : ([], unread);
        var (steps, unlogged) = unsampled is null ? RunData.Steps(folder) : ([], unsampled);
        return unlogged is not null ? (null, unlogged)
            : samples.Select(sample => sample.Step).DefaultIfEmpty().Max() is var last && last != steps.Length ? (null, $"'{folder}' has samples of {last} steps and metrics of {steps.Length}: one of the files is cut off")
            : (new(folder, record!, samples, steps), null);
    }

    /// <summary>The last part of its folder's path.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));

    /// <summary>Runs that differ in their seeds alone, those without learning before those with it.</summary>
    public static IEnumerable<IGrouping<string, TrainingRun>> BySetting(IEnumerable<TrainingRun> runs) =>
        runs.GroupBy(run => run.Setting).OrderBy(setting => setting.First().Baseline, StringComparer.Ordinal).ThenBy(setting => setting.First().Record.Settings.LearningRate);

    /// <summary>Writes its numbers to a folder, which it can be read from again; prompts and kernels stay behind.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Keep(string folder) => RunData.Write(this, folder);

    /// <summary>Why runs cannot be drawn together: the sentence says which two; null where they can.</summary>
    public static string? Conflict(IReadOnlyList<TrainingRun> runs) =>
        runs.Select(run => run.Record.Search.Task).Distinct().Skip(1).Any() ? "speeds of different kernels do not compare (draw the runs of one task at a time)"
        : runs.Select(run => run.Record.Hardware).Distinct().Skip(1).Any() ? "speeds on different machines do not compare (draw the runs of one machine at a time)"
        : runs.GroupBy(run => (run.Setting, run.Record.Search.Seed)).FirstOrDefault(same => same.Skip(1).Any())?.ToList() is [var first, var second, ..]
            ? $"'{first.Folder}' and '{second.Folder}' are runs of one setting with one seed, and together no more than one of them"
        : null;

    /// <summary>Level and learning rate, and whatever else is not as usual: runs of one setting differ in their seeds alone.</summary>
    public string Setting
    {
        get
        {
            var (search, settings, usualSearch, usual) = (Record.Search, Record.Settings, SearchOptions.Usual, TrainingSettings.Usual);
            string[] parts =
            [
                search.Level, FormattableString.Invariant($"LR={settings.LearningRate}"),
                settings.Beta == usual.Beta ? "" : FormattableString.Invariant($"beta={settings.Beta}"),
                settings.Objective == usual.Objective ? "" : settings.Objective,
                settings.Epochs == usual.Epochs ? "" : FormattableString.Invariant($"epochs={settings.Epochs}"),
                settings.MetaNormalisation switch { "off" => "", "on" => "meta-normalisation", var part => part },
                search.Profile == usualSearch.Profile ? "" : search.Profile,
                IsFixed ? FormattableString.Invariant($"stage {search.LastStage} alone") : (search.FirstStage, search.LastStage) == (usualSearch.FirstStage, usualSearch.LastStage) ? "" : FormattableString.Invariant($"stages {search.FirstStage} to {search.LastStage}"),
                search.ParentsPerStage == usualSearch.ParentsPerStage || IsFixed ? "" : FormattableString.Invariant($"P={search.ParentsPerStage}"),
                search.Threads == usualSearch.Threads ? "" : FormattableString.Invariant($"{search.Threads} threads"),
                search.Timing == usualSearch.Timing ? "" : "robust timing",
                settings.Temperature == usual.Temperature ? "" : FormattableString.Invariant($"temperature={settings.Temperature}"),
                settings.MaximumTokens == usual.MaximumTokens ? "" : FormattableString.Invariant($"{settings.MaximumTokens} tokens"),
                BaseModelIsUsual(settings) ? "" : FormattableString.Invariant($"base model {Record.Model}"),
                search.GroupsPerStep == usualSearch.GroupsPerStep ? "" : FormattableString.Invariant($"{search.GroupsPerStep} prompts a step"),
                search.GroupSize == usualSearch.GroupSize ? "" : FormattableString.Invariant($"G={search.GroupSize}"),
            ];
            return string.Join(", ", parts.Where(part => part.Length > 0));
        }
    }

    private static bool BaseModelIsUsual(TrainingSettings settings) => settings with
    {
        Width = TrainingSettings.Usual.Width,
        Layers = TrainingSettings.Usual.Layers,
        Texts = TrainingSettings.Usual.Texts,
        PretrainingSteps = TrainingSettings.Usual.PretrainingSteps,
        PretrainingSeed = TrainingSettings.Usual.PretrainingSeed,
    } == settings;

    /// <summary>The setting that is the same without learning.</summary>
    public string Baseline => (this with { Record = Record with { Settings = Record.Settings with { LearningRate = 0 } } }).Setting;

    public bool IsLearning => Record.Settings.LearningRate > 0;

    private bool IsFixed => Record.Search is { DeepenPercent: 0, ImprovePercent: 0, RepairPercent: 0 };

    /// <summary>What its steps took.</summary>
    public double Minutes => Steps.Sum(step => StepTable.Parts.Sum(part => step.GetValueOrDefault("seconds/" + part))) / 60;

    /// <summary>The mean speed of the right kernels of the last third of its steps: what the policy has come to; null where none was right.</summary>
    public double? LateMean => Samples.Where(sample => 3 * sample.Step > 2 * Steps.Length).Average(sample => sample.Speed);

    /// <summary>The fastest right kernel that the policy wrote; null where none was right.</summary>
    public RunSample? Best => Samples.Where(sample => sample.Speed is not null).MaxBy(sample => sample.Speed);
}
