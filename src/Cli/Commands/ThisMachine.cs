using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Cli.Commands;

/// <summary>The machine that this program runs on.</summary>
internal static class ThisMachine
{
    /// <summary>As Linux describes it, and what is known of its like; the problem where that is not possible.</summary>
    /// <param name="folder">The machines that are known.</param>
    public static (HardwareSpecification? Specification, string? Problem) Detect(string folder) => HardwareDetection.Read(MachineFiles.Here, [.. HardwareReader.All(folder)]);
}
