using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HpcVerify.Trainer.Search.Archives;

/// <summary>What a search was begun with, and must be gone on with.</summary>
/// <param name="Options">As JSON has it.</param>
/// <param name="Policy">The policy's name.</param>
/// <param name="Hardware">What kernels are timed on.</param>
/// <param name="HardwareText">The same in the words of prompts.</param>
/// <param name="TaskHash">What the task's folder held; empty where nobody knows.</param>
/// <param name="PromptHash">The hash of the templates that prompts are made of.</param>
/// <param name="Tool">The version of the program that began it.</param>
public sealed record ArchivedRun(
    SearchOptions Options, string Policy, string Hardware, string HardwareText, string TaskHash, string PromptHash, string Tool)
{
    /// <summary>Why a search that was begun so cannot be gone on with as <paramref name="wanted"/> has it; null where it can.</summary>
    public string? DifferenceTo(ArchivedRun wanted) => new (string What, string Begun, string Now)[]
    {
        OptionsUnlike(wanted),
        ("policy", Policy, wanted.Policy),
        ("hardware", Hardware, wanted.Hardware),
        ("text about the hardware", HardwareText, wanted.HardwareText),
        ("hash of the task's files", TaskHash, wanted.TaskHash),
        ("hash of the prompts", PromptHash, wanted.PromptHash),
    }.Where(part => part.Begun != part.Now).Select(part => $"the {part.What} was not '{part.Now}' when it was begun, but '{part.Begun}'").FirstOrDefault();

    /// <summary>The first option that differs, under its name in JSON.</summary>
    private (string What, string Begun, string Now) OptionsUnlike(ArchivedRun wanted)
    {
        var (begun, now) = (JsonObject(Options), JsonObject(wanted.Options));
        var name = begun.Select(option => option.Key).FirstOrDefault(name => begun[name]?.ToJsonString() != now[name]?.ToJsonString());
        return name is null ? ("options", "", "") : ($"option '{name}'", begun[name]?.ToJsonString() ?? "null", now[name]?.ToJsonString() ?? "null");
    }

    private static JsonObject JsonObject(SearchOptions options) => JsonNode.Parse(ArchiveJson.Write(options))!.AsObject();
}

/// <summary>The answers to one prompt.</summary>
/// <param name="Group">Its number; 0 is the seed kernel's, which nobody was asked for.</param>
/// <param name="Position">Which of the iteration's parents was expanded.</param>
/// <param name="Parent">The sample that was expanded; null for the seed kernel.</param>
/// <param name="Prompt">All that the policy was asked, in words.</param>
/// <param name="Feedback">What the prompt says of the parent.</param>
/// <param name="Seed">What the policy's draws followed from.</param>
public sealed record ArchivedGroup(
    long Group, int Step, int Iteration, int Position, long? Parent, Purpose Purpose, int Stage, string Prompt, string Feedback, ulong Seed);

/// <summary>One answer.</summary>
/// <param name="Place">Which of its group's answers it is.</param>
/// <param name="Code">The C that was taken from it; empty where there was none.</param>
/// <param name="Techniques">What it uses, by name, in alphabetical order.</param>
/// <param name="Reward">What the policy was paid, with what users said by then; null where it was unscored.</param>
public sealed record ArchivedSample(
    long Sample, long Group, int Place, Completion Completion, string Code, ImmutableArray<string> Techniques, double? Reward);

/// <summary>A sample with its group and with what became of it on one kind of hardware.</summary>
public sealed record Kernel(ArchivedSample Sample, ArchivedGroup Group, Outcome? Outcome)
{
    public long Id => Sample.Sample;
}

/// <summary>One step: groups that were answered, scored and learned from together.</summary>
/// <param name="Parents">How many parents of the iteration it expanded, from <paramref name="Position"/> on.</param>
/// <param name="Random">The generator after it.</param>
/// <param name="Report">What the update did.</param>
/// <param name="Seconds">How long each part took; no score depends on it.</param>
public sealed record ArchivedStep(
    int Step, int Iteration, int Position, int Parents, RngState Random, StepReport Report, ImmutableSortedDictionary<string, double> Seconds);

/// <summary>Where a search stands: what comes next, and the generator it is drawn with.</summary>
/// <param name="Step">The last step that is done; 0 before the first.</param>
/// <param name="Iteration">The iteration whose parents are selected; 0 before the first.</param>
/// <param name="Position">The first of its parents that is not expanded.</param>
public sealed record ArchiveCursor(int Step, int Iteration, int Position, RngState Random);

/// <summary>What a user said of a sample.</summary>
/// <param name="Verdict"><see cref="Opinion.None"/> for a comment that takes no side.</param>
public sealed record ArchivedOpinion(long Sample, Opinion Verdict, string Comment);
