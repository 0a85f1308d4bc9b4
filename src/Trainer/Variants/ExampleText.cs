using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Variants;

/// <summary>
/// How a task is put to a model that was trained on edits: short lines of comment, then the kernel to start from. The answer is a kernel as bare
/// C, without a fence, and ends with the model's own end of text.
/// </summary>
/// <param name="Task">The kernel to be written, by name.</param>
/// <param name="Stage">The stage whose techniques are allowed.</param>
/// <param name="Kind">What is wanted.</param>
/// <param name="Machine">What it has to be fast on, by <see cref="MachineWords"/>.</param>
/// <param name="From">What the kernel to start from is for; null where it is the same.</param>
/// <param name="Level">The rung that kernel stands on; null where it is not known.</param>
/// <param name="Code">The kernel to start from.</param>
public sealed record ExampleText(string Task, int Stage, EditKind Kind, string Machine, string? From, Level? Level, string Code)
{
    /// <summary>The text that a model goes on from; it ends where the answer begins.</summary>
    public string Prompt => string.Create(
        CultureInfo.InvariantCulture,
        $"// {Kind.ToString().ToLowerInvariant()} {Task} stage {Stage}\n// for {Machine}\n{(From is null ? "" : $"// from {From}\n")}// is {Level?.ToString().ToLowerInvariant() ?? "unscored"}\n{Code}// becomes\n");

    /// <summary>An edit as it is put to a model.</summary>
    /// <param name="machines">Those of the edit, and maybe others.</param>
    /// <param name="level">The rung that its source stands on.</param>
    public static ExampleText Of(Edit edit, ImmutableArray<HardwareSpecification> machines, Level? level) => new(
        edit.Task, edit.Stage, edit.Kind, MachineWords(edit.TargetMachine, machines),
        edit.SourceMachine == edit.TargetMachine ? null : MachineWords(edit.SourceMachine, machines), level, edit.Source.Code);

    /// <summary>The one of that name in one line.</summary>
    public static string MachineWords(string name, ImmutableArray<HardwareSpecification> machines) => MachineWords(machines.Single(machine => machine.Name == name));

    /// <summary>A machine in one line: instruction set, vector bits, cores, data caches from the first level in KiB.</summary>
    public static string MachineWords(HardwareSpecification machine)
    {
        var set = machine.Supports("avx512f") ? "avx512" : machine.Supports("avx2") ? "avx2" : machine.Supports("sve") ? "sve" : "generic";
        var caches = machine.Caches.Where(cache => cache.Kind != CacheKind.Instruction).OrderBy(cache => cache.Level)
            .Select(cache => string.Create(CultureInfo.InvariantCulture, $"L{cache.Level} {cache.Kibibytes}"));
        return string.Create(CultureInfo.InvariantCulture, $"{set} {machine.Vector.RegisterBits} bits {machine.Cores} cores {string.Join(' ', caches)}");
    }
}
