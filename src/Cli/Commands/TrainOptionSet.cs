using System.CommandLine;
using System.CommandLine.Parsing;
using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Cli.Commands;

/// <summary>The options of <c>train</c> that say what is learnt, and how. A run that is resumed has those that it was begun with.</summary>
internal sealed class TrainOptionSet
{
    private const int Many = 10_000_000;

    private readonly Option<double> _rate = Inputs.Number("--lr", "the learning rate; 0 searches without learning", TrainingSettings.Usual.LearningRate, 0, 1);
    private readonly Option<double> _beta = Inputs.Number("--beta", "the price for leaving the base model", TrainingSettings.Usual.Beta, 0, 1e6);
    private readonly Option<int> _epochs = Inputs.Number("--epochs", "how often an update goes through its groups", TrainingSettings.Usual.Epochs, 1, 100);
    private readonly Option<string> _objective = new("--objective") { Description = "whose objective, with its defaults", DefaultValueFactory = _ => TrainingSettings.Usual.Objective };
    private readonly Option<string> _meta = new("--meta-normalisation") { Description = "'sharing' shares baselines among similar groups of a step, 'surprise' amplifies surprising successes, 'on' does both", DefaultValueFactory = _ => TrainingSettings.Usual.MetaNormalisation };
    private readonly Option<double> _temperature = Inputs.Number("--temperature", "1 samples from the model's own distribution", TrainingSettings.Usual.Temperature, 0.01, 10);
    private readonly Option<int> _tokens = Inputs.Number("--max-tokens", "tokens of one answer, at most", TrainingSettings.Usual.MaximumTokens, 1, 2000);
    private readonly Option<int> _threads = Inputs.Number("--model-threads", "threads that write and learn", Math.Min(Environment.ProcessorCount, TrainingSettings.Usual.ModelThreads), 1, 256);
    private readonly Option<int> _texts = Inputs.Number("--texts", "generated edits that the base model learns from", TrainingSettings.Usual.Texts, 1, Many);
    private readonly Option<int> _steps = Inputs.Number("--pretrain-steps", "steps in which it learns them", TrainingSettings.Usual.PretrainingSteps, 1, Many);
    private readonly Option<ulong> _seed = Inputs.Number("--pretrain-seed", "of the edits and of the base model", TrainingSettings.Usual.PretrainingSeed, ulong.MinValue, ulong.MaxValue);
    private readonly Option<int> _width = Inputs.Number("--width", "numbers that stand for one token between the model's layers, a multiple of 32", TrainingSettings.Usual.Width, 32, 4096);
    private readonly Option<int> _layers = Inputs.Number("--layers", "layers of the model", TrainingSettings.Usual.Layers, 1, 100);

    public TrainOptionSet()
    {
        _objective.AcceptOnlyFromAmong([.. TrainerPreset.All.Select(preset => preset.Name)]);
        _meta.AcceptOnlyFromAmong([.. MetaOptions.Named.Keys]);
    }

    public IEnumerable<Option> All => [_rate, _beta, _epochs, _objective, _meta, _temperature, _tokens, _threads, _texts, _steps, _seed, _width, _layers];

    /// <summary>What was asked for; what was not is as it was when the run was begun, or as the preset has it. Else the sentence that says what is wrong.</summary>
    public (TrainingSettings? Settings, string? Problem) Of(ParseResult result, TrainingSettings usual)
    {
        var settings = usual with
        {
            LearningRate = Value(result, _rate, usual.LearningRate),
            Beta = Value(result, _beta, usual.Beta),
            Epochs = Value(result, _epochs, usual.Epochs),
            Objective = Value(result, _objective, usual.Objective),
            MetaNormalisation = Value(result, _meta, usual.MetaNormalisation),
            Temperature = Value(result, _temperature, usual.Temperature),
            MaximumTokens = Value(result, _tokens, usual.MaximumTokens),
            ModelThreads = Value(result, _threads, usual.ModelThreads),
            Texts = Value(result, _texts, usual.Texts),
            PretrainingSteps = Value(result, _steps, usual.PretrainingSteps),
            PretrainingSeed = Value(result, _seed, usual.PretrainingSeed),
            Width = Value(result, _width, usual.Width),
            Layers = Value(result, _layers, usual.Layers),
        };
        return settings.Problem() is { } problem ? (null, problem) : (settings, null);
    }

    private static T Value<T>(ParseResult result, Option<T> option, T begun) => result.GetResult(option) is OptionResult { Implicit: false } ? result.GetValue(option)! : begun;
}
