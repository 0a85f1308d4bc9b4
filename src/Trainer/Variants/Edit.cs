using System.Globalization;

namespace HpcVerify.Trainer.Variants;

/// <summary>What an edit does to a kernel: the purposes of staged search, and the step to another machine.</summary>
public enum EditKind
{
    /// <summary>From the plainest kernel to one of a stage.</summary>
    Begin,

    /// <summary>One technique more, in the next stage.</summary>
    Deepen,

    /// <summary>Slow to fast within a stage.</summary>
    Improve,

    /// <summary>Broken to right.</summary>
    Repair,

    /// <summary>From the instructions of one machine to those of another.</summary>
    Port,
}

/// <summary>A kernel and what becomes of it.</summary>
/// <param name="Stage">The stage of Table I whose techniques the target may use.</param>
/// <param name="SourceMachine">What the source is for, by the name of a file of <c>corpus/hardware</c>.</param>
/// <param name="TargetMachine">What the target is for; the same unless it is a port.</param>
public sealed record Edit(EditKind Kind, int Stage, KernelVariant Source, KernelVariant Target, string SourceMachine, string TargetMachine)
{
    public string Task => Target.Recipe.Task;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind.ToString().ToLowerInvariant()} stage={Stage} {SourceMachine}->{TargetMachine} [{Source.Recipe} style={Source.Style}] -> [{Target.Recipe} style={Target.Style}]");
}

/// <summary>Which edits are drawn.</summary>
/// <param name="BrokenShare">How many targets of a hundred have a fault, beside edits that repair one: a model that has only seen right kernels never learns what is wrong with others.</param>
public sealed record EditOptions(int BrokenShare)
{
    public static EditOptions Usual { get; } = new(20);
}
