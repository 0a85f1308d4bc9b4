using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli;

/// <summary>What evaluating takes, of this installation, and all that its results depend on.</summary>
public sealed record LocalTools(EvaluationTools Tools, EvaluationEnvironment Environment)
{
    /// <summary>Opens everything for kernels that are compiled at a level, or says what is missing.</summary>
    /// <param name="machine">No speed beyond its limits is believed; null where nothing is known of it.</param>
    public static (LocalTools? Local, string? Problem) Open(Workbench workbench, OptimizationLevel level, HardwareSpecification? machine)
    {
        if (workbench.Toolchain is not ToolchainState.Ready { Toolchain: var toolchain })
        {
            return (null, ((ToolchainState.Missing)workbench.Toolchain).Reason);
        }

        var (frontEnd, problem) = workbench.OpenFrontEnd(level);
        if (frontEnd is null)
        {
            return (null, problem);
        }

        var (tasks, unusable) = Tasks(workbench.Installation, frontEnd);
        if (tasks is null)
        {
            return (null, unusable);
        }

        var gate = NodeGate.OfMachine(Workbench.Options(workbench.Installation, Confinement.Required).SharedMemoryFolder);
        var tools = new EvaluationTools(toolchain, frontEnd, tasks, gate, machine) { Level = level };
        return (new(tools, EvaluationEnvironment.Of(toolchain, Version.Current, workbench.Installation.LibraryDirectory, level).Under(machine)), null);
    }

    /// <summary>Every task of the corpus; one that is not usable is a defect of the installation.</summary>
    private static (IReadOnlyDictionary<string, KnownTask>? Tasks, string? Problem) Tasks(Installation installation, FrontEnd frontEnd)
    {
        var tasks = new Dictionary<string, KnownTask>();
        foreach (var name in KernelTaskReader.Names(installation.CorpusDirectory))
        {
            var folder = Path.Combine(installation.CorpusDirectory, name);
            var (task, problem) = TaskFolder.Read(folder, frontEnd);
            if (task is null)
            {
                return (null, problem);
            }

            tasks[name] = new(task, TaskFiles.Hash(folder));
        }

        return tasks.Count == 0 ? (null, $"'{installation.CorpusDirectory}' holds no kernels") : (tasks, null);
    }
}
