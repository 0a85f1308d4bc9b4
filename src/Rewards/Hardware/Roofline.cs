namespace HpcVerify.Rewards.Hardware;

/// <summary>What a kernel cannot do without, whatever its algorithm.</summary>
/// <param name="Flops">Floating-point operations that any way of computing the result needs; fewer than the usual count where there is a cleverer one.</param>
/// <param name="Bytes">Different bytes that must be read or written at least once.</param>
/// <param name="ElementBits">64 or 32: the narrowest floating type in which it may compute.</param>
public sealed record Work(double Flops, double Bytes, int ElementBits);

/// <summary>By how much a machine may be faster than is known of it.</summary>
/// <param name="OverPublished">A factor on published limits, for clocks that are rounded or raised a little.</param>
/// <param name="OverMeasured">A factor on the measured multiply-adds where no limit is published: a core that boosts, or has units that only add, is faster.</param>
public sealed record RooflineMargin(double OverPublished, double OverMeasured)
{
    public static RooflineMargin Usual { get; } = new(1.05, 2);
}

/// <summary>The time below which a machine cannot do some work, so that a faster run was not done or not measured.</summary>
public static class Roofline
{
    /// <summary>Beyond every core that is sold: those of 2024 reach 6.2.</summary>
    private const double FastestGhz = 6.5;

    /// <summary>Two units of 512 bits, or four of 256, or eight of 128: no core does more multiply-adds, or more additions beside them.</summary>
    private const int MostUnitBits = 1024;

    /// <summary>
    /// The least seconds: all operations at the limit of the units, or all bytes that no cache can hold at the limit of memory, whichever takes longer.
    /// Inputs may be in caches when a run begins and outputs when it ends, so that bytes up to the size of all caches cost nothing. A limit that is
    /// not known allows any speed: 0. What the triad reached is no limit of memory: others share it while the probe runs.
    /// </summary>
    public static double LeastSeconds(HardwareSpecification machine, Work work, RooflineMargin margin)
    {
        var flops = work.ElementBits is 32 or 64 ? Limit(Peak.LimitGflops(machine, work.ElementBits), Peak.Measured(machine, work.ElementBits), margin) : null;
        var bytes = machine.Caches.IsEmpty ? null : margin.OverPublished * machine.MemoryGigabytesPerSecond;
        return Math.Max(Seconds(work.Flops, flops), Seconds(Math.Max(0, work.Bytes - machine.CachedBytes), bytes));
    }

    /// <summary>Whether a machine may have done some work in that time.</summary>
    public static bool IsPossible(HardwareSpecification machine, Work work, double seconds, RooflineMargin margin) => seconds >= LeastSeconds(machine, work, margin);

    /// <summary>
    /// The same machine with what is not known of it taken to be as fast as anything that is built, so that there is some limit at all: virtual
    /// machines say neither how fast a core may become nor how many units it has.
    /// </summary>
    public static HardwareSpecification AtItsBest(HardwareSpecification machine) => machine with
    {
        Clock = machine.Clock with { BoostGhz = machine.Clock.BoostGhz ?? FastestGhz },
        Vector = machine.Vector is { FmaUnits: not null, UnitBits: not null } ? machine.Vector : machine.Vector with
        {
            UnitBits = machine.Vector.RegisterBits,
            FmaUnits = Math.Max(1, MostUnitBits / machine.Vector.RegisterBits),
            AddUnits = Math.Max(1, MostUnitBits / machine.Vector.RegisterBits),
        },
    };

    /// <summary>In billions a second; a measurement above a published limit shows that the limit is none.</summary>
    private static double? Limit(double? published, double? measured, RooflineMargin margin) => published is { } limit
        ? margin.OverPublished * Math.Max(limit, measured ?? 0)
        : margin.OverMeasured * measured;

    private static double Seconds(double amount, double? billionsPerSecond) => billionsPerSecond is { } speed ? amount / speed / 1e9 : 0;
}
