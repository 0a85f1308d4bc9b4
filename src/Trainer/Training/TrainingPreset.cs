using System.Collections.Immutable;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Training;

/// <summary>Settings that go together, by name.</summary>
/// <param name="Iterations">Of the search.</param>
/// <param name="Minutes">After how long a run ends, whatever it has done; null for never.</param>
public sealed record TrainingPreset(string Name, SearchOptions Search, TrainingSettings Settings, int Iterations, double? Minutes)
{
    /// <summary>
    /// <c>quick</c> ends within ten minutes on two cores, of which less than half go into a base model that is not there yet. <c>paper</c> has the sizes of §IV: 64 answers to a prompt, one prompt a step, nine
    /// iterations of six stages, no price for leaving the base model (Experiment 2); Experiment 1 is the same with <c>--fixed-prompts</c>, prices of
    /// 0, 0.001 and 0.01, and eight prompts a step.
    /// </summary>
    public static ImmutableArray<TrainingPreset> All { get; } =
    [
        new("quick", SearchOptions.Usual with { GroupSize = 16, GroupsPerStep = 1, ParentsPerStage = 4 }, TrainingSettings.Usual, Iterations: 100, Minutes: 5),
        new("paper", SearchOptions.Usual with { GroupSize = 64, GroupsPerStep = 1, ParentsPerStage = 8 }, TrainingSettings.Usual with { PretrainingSteps = 3000, Texts = 20_000 }, Iterations: 9, Minutes: null),
    ];

    public static TrainingPreset Named(string name) => All.Single(preset => preset.Name == name);
}
