using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Variants;
using HpcVerify.Trainer.Variants.Corpus;

namespace HpcVerify.Trainer.Training;

/// <summary>The texts that a base model learns a task from, and prompts in the same form.</summary>
public static class VariantTexts
{
    private static readonly Style Manner = Style.Plain;

    /// <summary>
    /// Edits of generated kernels, drawn by a seed; those that begin or end with one of the fastest tenth of the task's recipes are held out
    /// (<see cref="PretrainingSet"/>), so that what training finds beyond them was never shown.
    /// </summary>
    /// <remarks>All kernels are written in one manner: names and spaces are nothing for a small model to spend itself on.</remarks>
    /// <param name="machines">The machines that kernels may be for; at least one.</param>
    public static ImmutableArray<TrainingText> Of(string task, ImmutableArray<HardwareSpecification> machines, int count, ulong seed)
    {
        var fastest = PredictedSpeed.FastestTenth(task);
        return [.. new EditSampler([task], machines, new(BrokenShare: 0)).Draw(seed).Where(edit => PretrainingSet.SplitOf(edit, fastest) == Split.Train).Take(count).Select(edit => Text(InOneManner(edit), machines))];
    }

    /// <summary>The kernel that a search begins with, as the texts begin with it.</summary>
    public static string SeedOf(string task) => new KernelVariant(RecipeSpace.Seed(task), Manner).Code;

    /// <summary>What a policy that was trained on such texts is asked.</summary>
    /// <param name="machine">What kernels have to be fast on.</param>
    public static string Write(Prompt prompt, HardwareSpecification machine) =>
        new ExampleText(prompt.Task, prompt.Stage, KindOf(prompt.Purpose), ExampleText.MachineWords(machine), null, prompt.Parent.Level, prompt.Parent.Code).Prompt;

    private static Edit InOneManner(Edit edit) => edit with { Source = edit.Source with { Style = Manner }, Target = edit.Target with { Style = Manner } };

    private static EditKind KindOf(Purpose purpose) => purpose switch
    {
        Purpose.Begin => EditKind.Begin,
        Purpose.Deepen => EditKind.Deepen,
        Purpose.Improve => EditKind.Improve,
        Purpose.Repair => EditKind.Repair,
        _ => throw new UnreachableException(),
    };

    private static TrainingText Text(Edit edit, ImmutableArray<HardwareSpecification> machines) =>
        new(ExampleText.Of(edit, machines, edit.Source.ExpectedLevel).Prompt, edit.Target.Code);
}
