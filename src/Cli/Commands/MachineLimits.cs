using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Cli.Commands;

/// <summary>The machine whose limits no measured speed may exceed.</summary>
internal static class MachineLimits
{
    /// <summary>
    /// A machine by its name or file; without one, this machine as Linux describes it, and null where that is not possible. What is not known
    /// is taken at its best, so that a limit is never too low.
    /// </summary>
    public static (HardwareSpecification? Machine, string? Problem) Of(string? nameOrPath)
    {
        var folder = HardwareReader.FolderOf(CurrentInstallation.Find().CorpusDirectory);
        if (nameOrPath is not null)
        {
            var (named, problem) = HardwareReader.Find(folder, nameOrPath);
            return (named is null ? null : Roofline.AtItsBest(named), problem);
        }

        return ThisMachine.Detect(folder).Specification is { } detected ? (Roofline.AtItsBest(EveryThreadACore(detected)), null) : (null, null);
    }

    /// <summary>A virtual machine may show two cores as two threads of one.</summary>
    private static HardwareSpecification EveryThreadACore(HardwareSpecification machine) =>
        machine with { CoresPerSocket = machine.CoresPerSocket * machine.ThreadsPerCore, ThreadsPerCore = 1 };
}
