namespace HpcVerify.Rewards.Hardware;

/// <summary>What no machine can be like, so that a slip in a file does not become a peak.</summary>
internal static class HardwareCheck
{
    private const int MostCores = 4096;
    private const int MostBits = 4096;
    private const double FastestGhz = 20;

    /// <summary>The first thing that is wrong; null where nothing is.</summary>
    public static string? Problem(HardwareSpecification machine) =>
        machine.Name.Length == 0 || !machine.Name.All(IsOfName) ? $"'name' has lower-case letters, digits and hyphens, and is '{machine.Name}'"
        : machine.Title.Length == 0 ? "'title' is empty"
        : machine.Title.Concat(machine.Extensions.SelectMany(extension => extension)).Any(char.IsControl) ? "'title' and 'extensions' are words on one line"
        : Range("sockets", machine.Sockets, 1, MostCores) ?? Range("coresPerSocket", machine.CoresPerSocket, 1, MostCores) ?? Range("threadsPerCore", machine.ThreadsPerCore, 1, 64)
        ?? Clock(machine.Clock) ?? Vector(machine.Vector)
        ?? machine.Caches.Select(cache => Cache(cache, machine)).FirstOrDefault(problem => problem is not null)
        ?? (machine.Caches.Zip(machine.Caches.Skip(1)).Any(pair => pair.First.Level > pair.Second.Level) ? "'caches' are not in the order of their levels" : null)
        ?? Positive("memoryGigabytesPerSecond", machine.MemoryGigabytesPerSecond)
        ?? (machine.Measured is { } measured ? Measured(measured) : null);

    private static string? Clock(ClockSpecification clock) =>
        Ghz("clock.baseGhz", clock.BaseGhz) ?? Ghz("clock.boostGhz", clock.BoostGhz) ?? Ghz("clock.vectorGhz", clock.VectorGhz)
        ?? (clock.BoostGhz < clock.BaseGhz || clock.BoostGhz < clock.VectorGhz ? "'clock.boostGhz' is the fastest clock, and another one is faster" : null);

    private static string? Vector(VectorSpecification vector) =>
        Bits("vector.registerBits", vector.RegisterBits) ?? (vector.UnitBits is { } bits ? Bits("vector.unitBits", bits) : null)
        ?? (vector.UnitBits > vector.RegisterBits ? "'vector.unitBits' is more than 'vector.registerBits'" : null)
        ?? (vector.FmaUnits is { } units ? Range("vector.fmaUnits", units, 1, 16) : null) ?? Range("vector.addUnits", vector.AddUnits, 0, 16);

    private static string? Cache(CacheSpecification cache, HardwareSpecification machine) =>
        Range("caches.level", cache.Level, 1, 8) ?? Range("caches.kibibytes", cache.Kibibytes, 1, int.MaxValue)
        ?? Range("caches.sharedByCores", cache.SharedByCores, 1, machine.CoresPerSocket) ?? (cache.LineBytes is { } bytes ? Range("caches.lineBytes", bytes, 1, 4096) : null);

    private static string? Measured(MeasuredSpeed measured) =>
        Range("measured.threads", measured.Threads, 1, MostCores) ?? Positive("measured.fmaGflops", measured.FmaGflops) ?? Positive("measured.triadGigabytesPerSecond", measured.TriadGigabytesPerSecond);

    private static bool IsOfName(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';

    private static string? Range(string key, int value, int least, int most) =>
        value >= least && value <= most ? null : FormattableString.Invariant($"'{key}' is {value}, and is from {least} to {most}");

    private static string? Bits(string key, int value) =>
        value is >= 64 and <= MostBits && value % 64 == 0 ? null : FormattableString.Invariant($"'{key}' is {value}, and is a multiple of 64 up to {MostBits}");

    private static string? Ghz(string key, double? value) =>
        value is null or (> 0 and <= FastestGhz) ? null : FormattableString.Invariant($"'{key}' is {value}, and is above 0 and up to {FastestGhz}, in GHz");

    private static string? Positive(string key, double? value) => value is null or > 0 ? null : FormattableString.Invariant($"'{key}' is {value}, and is above 0");
}
