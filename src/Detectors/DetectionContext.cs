using System.Collections.Immutable;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors;

/// <summary>
/// What a task asks for, as far as detectors need to know it: the entry point, its type, and what the task's own
/// policy allows beyond the common rules.
/// </summary>
public sealed record DetectionContext(string EntryPoint, CType.Function Prototype)
{
    /// <summary>How kernels are judged that are to do a task.</summary>
    public static DetectionContext Of(KernelTask task) =>
        new(task.EntryPoint, task.Prototype) { Contract = task.Contract, Specification = Specification.Of(task) };

    /// <summary>What callers promise; null where a file is looked at without a task.</summary>
    public Contract? Contract { get; init; }

    public ImmutableHashSet<string> AllowedHeaders { get; init; } = [];

    /// <summary>Functions, and objects, of other object files that the task lets a kernel use.</summary>
    public ImmutableHashSet<string> AllowedFunctions { get; init; } = [];

    /// <summary>What the task's contract and reference make legitimate; null where there is no task to judge by.</summary>
    public Specification? Specification { get; init; }

    /// <summary>The stage whose techniques alone are allowed; null where all are.</summary>
    public Stage? Stage { get; init; }
}
