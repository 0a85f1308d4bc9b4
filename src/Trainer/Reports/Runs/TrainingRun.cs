using System.Collections.Immutable;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>A run that was made, read from its folder.</summary>
/// <param name="Kernels">All samples with what became of them, oldest first; the first is the seed kernel.</param>
public sealed record TrainingRun(string Folder, RunRecord Record, ImmutableArray<Kernel> Kernels)
{
    /// <summary>The run of a folder; else the sentence that says what is wrong.</summary>
    public static (TrainingRun? Run, string? Problem) Read(string folder)
    {
        var (record, unread) = RunRecord.Read(folder);
        if (record is null)
        {
            return (null, unread);
        }

        var path = Path.Combine(folder, "archive.db");
        var (archive, problem) = SearchArchive.Open(path, mayMake: false);
        using (archive)
        {
            return archive is null ? (null, problem)
                : archive.Run is not { } run ? (null, $"'{path}' holds no run")
                : (new(folder, record, [.. archive.Kernels(run.Hardware)]), null);
        }
    }

    /// <summary>What its policy wrote.</summary>
    public IEnumerable<Kernel> Samples => Kernels.Where(kernel => kernel.Group.Parent is not null);

    /// <summary>Level and learning rate, and whatever else is not as usual: runs of one setting differ in their seeds alone.</summary>
    public string Setting
    {
        get
        {
            var (search, settings) = (Record.Search, Record.Settings);
            string[] parts =
            [
                search.Level, FormattableString.Invariant($"LR={settings.LearningRate}"),
                settings.Beta == 0 ? "" : FormattableString.Invariant($"beta={settings.Beta}"),
                settings.Objective == "paper" ? "" : settings.Objective,
                settings.HasMetaNormalisation ? "meta-normalisation" : "",
                search.Profile == "paper-sqd" ? "" : search.Profile,
                IsFixed ? "fixed prompts" : "",
                search.GroupSize == 8 ? "" : FormattableString.Invariant($"G={search.GroupSize}"),
            ];
            return string.Join(", ", parts.Where(part => part.Length > 0));
        }
    }

    /// <summary>The setting that is the same without learning.</summary>
    public string Baseline => (this with { Record = Record with { Settings = Record.Settings with { LearningRate = 0 } } }).Setting;

    public bool IsLearning => Record.Settings.LearningRate > 0;

    private bool IsFixed => Record.Search is { DeepenPercent: 0, ImprovePercent: 0, RepairPercent: 0 };

    /// <summary>The mean speed of the right kernels of the last third of its steps: what the policy has come to; null where none was right.</summary>
    public double? LateMean => Samples.Select(kernel => kernel.Group.Step).DefaultIfEmpty().Max() is var last
        ? Samples.Where(kernel => 3 * kernel.Group.Step > 2 * last).Average(kernel => KernelSpeed.Of(kernel.Outcome!))
        : null;

    /// <summary>The fastest right kernel that the policy wrote, and its speed; null where none was right.</summary>
    public (Kernel Kernel, double Speed)? Best => Samples.Select(kernel => (Kernel: kernel, Speed: KernelSpeed.Of(kernel.Outcome!)))
        .Where(found => found.Speed is not null).OrderByDescending(found => found.Speed).Select(found => ((Kernel, double)?)(found.Kernel, found.Speed!.Value)).FirstOrDefault();
}
