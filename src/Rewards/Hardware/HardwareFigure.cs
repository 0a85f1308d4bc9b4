using System.Collections.Immutable;

namespace HpcVerify.Rewards.Hardware;

/// <summary>One number of a machine, given or computed: the one table that is shown, compared and put into documents.</summary>
/// <param name="Key">For documents; caches have their level and kind in it.</param>
/// <param name="Unit">Empty for what is counted.</param>
/// <param name="Value">Null where it is not known.</param>
public sealed record HardwareFigure(string Key, string Unit, double? Value)
{
    private const int Double = 64;
    private const int Single = 32;

    /// <summary>All figures of a machine, in the order in which they are read.</summary>
    public static ImmutableArray<HardwareFigure> Of(HardwareSpecification machine) =>
    [
        new("sockets", "", machine.Sockets),
        new("cores", "", machine.Cores),
        new("threads", "", machine.Cores * machine.ThreadsPerCore),
        new("base-clock", "GHz", machine.Clock.BaseGhz),
        new("boost-clock", "GHz", machine.Clock.BoostGhz),
        new("peak-clock", "GHz", machine.Clock.PeakGhz),
        new("register", "bits", machine.Vector.RegisterBits),
        new("fma-units", "", machine.Vector.FmaUnits),
        new("unit", "bits", machine.Vector.UnitBits),
        .. machine.Caches.Select(cache => new HardwareFigure(KeyOf(cache), "KiB", cache.Kibibytes)),
        new("all-caches", "KiB", machine.Caches.IsEmpty ? null : machine.CachedBytes / 1024),
        new("memory", "GB/s", machine.MemoryGigabytesPerSecond),
        new("peak-double", "GFLOPS", Peak.Gflops(machine, Double)),
        new("peak-single", "GFLOPS", Peak.Gflops(machine, Single)),
        new("limit-double", "GFLOPS", Peak.LimitGflops(machine, Double)),
        new("balance", "FLOP/B", Peak.Gflops(machine, Double) / machine.MemoryGigabytesPerSecond),
        new("measured-fma", "GFLOPS", machine.Measured?.FmaGflops),
        new("measured-triad", "GB/s", machine.Measured?.TriadGigabytesPerSecond),
    ];

    private static string KeyOf(CacheSpecification cache) =>
        FormattableString.Invariant($"l{cache.Level}{(cache.Kind == CacheKind.Unified ? "" : "-" + cache.Kind.ToString().ToLowerInvariant())}");
}
