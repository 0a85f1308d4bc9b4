using HpcVerify.Parser.Contracts;

namespace HpcVerify.Trainer.Search.Prompting;

/// <summary>Writes what a policy is asked.</summary>
/// <param name="hardware">What kernels have to be fast on, in sentences; empty where nobody knows.</param>
/// <param name="level">The optimisation level of the compiler: <c>O3</c>.</param>
public sealed class PromptWriter(KernelTask task, PromptTemplates templates, string hardware, string level)
{
    /// <summary>The kernel that prompts are about, by name.</summary>
    public string Task => task.Name;

    /// <summary>The hash of the texts that prompts are made of.</summary>
    public string Hash => templates.Hash;

    public string Hardware => hardware;

    public Prompt Write(Purpose purpose, int stage, PromptParent parent) => new(
        task.Name, stage, purpose,
        templates.Fill(purpose, stage, new Dictionary<string, string>
        {
            ["entry"] = task.EntryPoint,
            ["title"] = task.Title,
            ["specification"] = task.Specification.ToString(),
            ["hardware"] = hardware,
            ["kernel"] = parent.Code,
            ["feedback"] = parent.Feedback,
            ["level"] = level,
        }),
        parent, hardware);
}
