using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;
using HpcVerify.Trainer.Model;

namespace HpcVerify.Trainer.Training;

/// <summary>What a run depends on beside its search, in plain numbers and words, as <c>run.json</c> keeps them.</summary>
public sealed record TrainingSettings
{
    public static TrainingSettings Usual { get; } = new();

    /// <summary>Of every update; 0 for none.</summary>
    public double LearningRate { get; init; } = EmbeddedOptions.Usual.LearningRate;

    /// <summary>The price for leaving the base model.</summary>
    public double Beta { get; init; }

    /// <summary>How often an update goes through its groups.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>The trainer whose objective is used, by the name of a <see cref="TrainerPreset"/>.</summary>
    public string Objective { get; init; } = "paper";

    /// <summary>Whether baselines are shared among similar groups, and surprising successes amplified, by the names of <see cref="MetaOptions.Named"/>.</summary>
    public string MetaNormalisation { get; init; } = "off";

    public double Temperature { get; init; } = 1;

    /// <summary>The longest response.</summary>
    public int MaximumTokens { get; init; } = EmbeddedOptions.Usual.MaximumTokens;

    /// <summary>Threads that write and learn.</summary>
    public int ModelThreads { get; init; } = 2;

    /// <summary>Texts that the base model learns from.</summary>
    public int Texts { get; init; } = 8000;

    /// <summary>Steps of learning by heart.</summary>
    public int PretrainingSteps { get; init; } = 1000;

    /// <summary>Of texts, first weights and the order of texts.</summary>
    public ulong PretrainingSeed { get; init; } = 1;

    /// <summary>Numbers that stand for one token between the model's layers.</summary>
    public int Width { get; init; } = 128;

    public int Layers { get; init; } = 5;

    public EmbeddedOptions Embedded => EmbeddedOptions.Usual with
    {
        Grpo = TrainerPreset.Named(Objective)!.Options.WithBeta(Beta),
        Meta = MetaOptions.Named[MetaNormalisation],
        LearningRate = LearningRate,
        Epochs = Epochs,
        Temperature = (float)Temperature,
        MaximumTokens = MaximumTokens,
        Threads = ModelThreads,
    };

    public PretrainingOptions Pretraining => PretrainingOptions.Usual with { ShapeOf = Shape, Steps = PretrainingSteps, Seed = PretrainingSeed, Threads = ModelThreads };

    /// <summary>What is wrong with the settings, in a sentence; null where nothing is.</summary>
    public string? Problem() =>
        TrainerPreset.Named(Objective) is null ? $"there is no objective '{Objective}'; there are: {string.Join(", ", TrainerPreset.All.Select(preset => preset.Name))}"
        : !MetaOptions.Named.ContainsKey(MetaNormalisation) ? $"there is no meta-normalisation '{MetaNormalisation}'; there are: {string.Join(", ", MetaOptions.Named.Keys)}"
        : Texts < 1 || PretrainingSteps < 1 ? "a base model learns at least one text in at least one step"
        : !(Beta >= 0 && double.IsFinite(Beta)) ? "the price for leaving the base model is a number from 0 on"
        : Shape(PretrainingOptions.Usual.Vocabulary).Problem() ?? Embedded.Problem();

    /// <summary>Heads of 32 numbers, and gated units that are 8/3 as many as the width, in whole vectors.</summary>
    private ModelShape Shape(int vocabulary)
    {
        const int HeadWidth = 32, Lanes = 16, Context = 2048;
        return new(vocabulary, Width, Layers, Math.Max(1, Width / HeadWidth), (Width * 8 / 3 / Lanes * Lanes) + Lanes, Context);
    }
}
