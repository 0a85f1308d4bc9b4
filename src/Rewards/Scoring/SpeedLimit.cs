using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Whether a machine can have been as fast as was measured. If not, the work was not done in that time or the time is wrong, and nobody knows
/// which: that is no fault of the kernel that could be shown, and no speed that could be paid.
/// </summary>
public static class SpeedLimit
{
    private const int BitsOfFloat = 32;
    private const int BitsOfDouble = 64;

    private static readonly Rule Impossible = new(
        "HV7306", Severity.Error, "Measured faster than the machine can be", "a run of {0:0.###} µs was measured, and {1} cannot do the work in less than {2:0.###} µs",
        "The least time is that of the operations and bytes without which no algorithm computes the result (leastFlops and leastBytes in kernel.json), at the limits of the machine's units and memory. "
        + "A faster run is not scored, because either the clock or the description of the machine is wrong, or the work was not done then. Name the machine with --hardware, if it is not the one that was detected.");

    /// <summary>What is wrong with the fastest run; null where it is possible, or no limit is known.</summary>
    public static Diagnostic? Check(Measurement measurement, KernelTask task, HardwareSpecification machine)
    {
        var least = Roofline.LeastSeconds(machine, WorkOf(task), RooflineMargin.Usual);
        var fastest = measurement.SecondsPerRun.Min();
        return fastest >= least ? null : Impossible.At(default, fastest * 1e6, machine.Name, least * 1e6);
    }

    /// <summary>What the scored sizes cannot do without.</summary>
    public static Work WorkOf(KernelTask task) => new(
        task.LeastWorkAt(task.ScoredSizes), task.LeastTrafficAt(task.ScoredSizes),
        task.Contract.Buffers.Any(buffer => buffer.Element is CType.Floating { Kind: FloatingKind.Float }) ? BitsOfFloat : BitsOfDouble);
}
