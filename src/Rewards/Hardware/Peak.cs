namespace HpcVerify.Rewards.Hardware;

/// <summary>Floating-point operations a second that a machine's figures come to, in billions; null where a figure is not known.</summary>
public static class Peak
{
    /// <summary>A fused multiply-add multiplies and adds.</summary>
    private const int OperationsOfFma = 2;

    /// <summary>
    /// The theoretical peak as it is usually stated: cores × sockets × FMA units × lanes × 2 × the clock under the licence of vector code.
    /// </summary>
    /// <param name="elementBits">64 for double precision, 32 for single.</param>
    public static double? Gflops(HardwareSpecification machine, int elementBits) =>
        machine.Cores * FmaPerCycle(machine.Vector, elementBits) * machine.Clock.PeakGhz;

    /// <summary>What no program can exceed: every unit busy, those that only add too, and every core at the clock of a single one.</summary>
    public static double? LimitGflops(HardwareSpecification machine, int elementBits) =>
        machine.Cores * (FmaPerCycle(machine.Vector, elementBits) + (machine.Vector.AddUnits * (machine.Vector.UnitBits / elementBits))) * machine.Clock.BoostGhz;

    /// <summary>The share of the machine's peak that a team of threads has; by the formula, else by what was measured; null where neither is known.</summary>
    public static double? OfTeam(HardwareSpecification machine, int threads, int elementBits) =>
        (Gflops(machine, elementBits) ?? Measured(machine, elementBits)) * Math.Min(threads, machine.Cores) / machine.Cores;

    /// <summary>Which part of the machine's peak a speed is; by the formula, else by what was measured; null where neither is known.</summary>
    public static double? Ratio(HardwareSpecification machine, double gflops, int elementBits) =>
        gflops / (Gflops(machine, elementBits) ?? Measured(machine, elementBits));

    /// <summary>What the probe reached in double precision, for elements of another size.</summary>
    internal static double? Measured(HardwareSpecification machine, int elementBits) => machine.Measured?.FmaGflops * 64 / elementBits;

    private static int? FmaPerCycle(VectorSpecification vector, int elementBits) => vector.FmaUnits * (vector.UnitBits / elementBits) * OperationsOfFma;
}
