using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HpcVerify.Rewards.Hardware;

/// <summary>
/// What one machine can do, as far as it is published or was measured; what nobody has published is absent and never guessed.
/// The schema in <c>docs/</c> is made of this.
/// </summary>
public sealed record HardwareSpecification
{
    [JsonPropertyName("$schema"), Description("The schema of this file, for editors.")]
    public string? Schema { get; init; }

    [Description("What the machine is called where it is named: lower-case words with hyphens, as the file.")]
    public required string Name { get; init; }

    [Description("What the machine is, for people and prompts.")]
    public required string Title { get; init; }

    [Description("Extensions of the instruction set, as /proc/cpuinfo names them.")]
    public required ImmutableArray<string> Extensions { get; init; }

    [Description("Processors.")]
    public required int Sockets { get; init; }

    [Description("Cores of one processor, that run programs.")]
    public required int CoresPerSocket { get; init; }

    [Description("Hardware threads of one core.")]
    public required int ThreadsPerCore { get; init; }

    [Description("Clocks of a core.")]
    public ClockSpecification Clock { get; init; } = new();

    [Description("Registers and units for floating-point vectors of one core.")]
    public required VectorSpecification Vector { get; init; }

    [Description("Caches, from the core outwards.")]
    public ImmutableArray<CacheSpecification> Caches { get; init; } = [];

    [Description("Billions of bytes a second between all processors and their memory, at most: channels times transfers times bytes.")]
    public double? MemoryGigabytesPerSecond { get; init; }

    [Description("What probes reached on such a machine.")]
    public MeasuredSpeed? Measured { get; init; }

    [Description("Fields of /proc/cpuinfo whose values say that a core is of this kind, so that 'detect' may take its vector units from here.")]
    public ImmutableSortedDictionary<string, string> Core { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [Description("Where the figures come from.")]
    public ImmutableArray<FigureSource> Sources { get; init; } = [];

    /// <summary>Cores of the whole machine.</summary>
    [JsonIgnore]
    public int Cores => Sockets * CoresPerSocket;

    /// <summary>Bytes that all caches for data hold together.</summary>
    [JsonIgnore]
    public long CachedBytes => Caches.Where(cache => cache.Kind != CacheKind.Instruction).Sum(cache => cache.Bytes * Count(cache));

    /// <summary>Bytes that the caches of the last level hold together; 0 where no caches are known.</summary>
    [JsonIgnore]
    public long LastLevelBytes => Caches.Where(cache => cache.Level == Caches.Max(other => other.Level)).Sum(cache => cache.Bytes * Count(cache));

    /// <summary>How many caches like this one the machine has; a part of a processor's cores has one of its own.</summary>
    public int Count(CacheSpecification cache) => Sockets * ((CoresPerSocket + cache.SharedByCores - 1) / cache.SharedByCores);

    /// <summary>Whether kernels may use an extension, by the name that /proc/cpuinfo has for it.</summary>
    public bool Supports(string extension) => Extensions.Contains(extension);
}

/// <summary>Clocks of a core in GHz, that is billions of cycles a second.</summary>
public sealed record ClockSpecification
{
    [Description("What the vendor promises under any load but the heaviest vector code.")]
    public double? BaseGhz { get; init; }

    [Description("The fastest that a single core ever runs.")]
    public double? BoostGhz { get; init; }

    [Description("What all cores keep up under vector code of the widest kind (its licence); absent where it is not published, or is the base clock.")]
    public double? VectorGhz { get; init; }

    /// <summary>The clock that peaks are stated at.</summary>
    [JsonIgnore]
    public double? PeakGhz => VectorGhz ?? BaseGhz;
}

/// <summary>What one core has for floating-point vectors.</summary>
public sealed record VectorSpecification
{
    [Description("Bits of the widest vector register that programs may use.")]
    public required int RegisterBits { get; init; }

    [Description("Bits of a vector that one unit works on in one cycle; fewer than a register's where instructions are split.")]
    public int? UnitBits { get; init; }

    [Description("Units that finish one fused multiply-add of a vector each cycle.")]
    public int? FmaUnits { get; init; }

    [Description("Units beside them that can only add; peaks do not count them, limits do.")]
    public int AddUnits { get; init; }
}

/// <summary>One cache of a level, and how many cores have it in common.</summary>
public sealed record CacheSpecification
{
    [Description("1 is nearest to the core.")]
    public required int Level { get; init; }

    [Description("What it holds.")]
    public required CacheKind Kind { get; init; }

    [Description("Size of one such cache in units of 1024 bytes.")]
    public required int Kibibytes { get; init; }

    [Description("How many cores share one.")]
    public required int SharedByCores { get; init; }

    [Description("Bytes of one line.")]
    public int? LineBytes { get; init; }

    [JsonIgnore]
    public long Bytes => 1024L * Kibibytes;
}

public enum CacheKind
{
    Data,
    Instruction,
    Unified,
}

/// <summary>What the probes of <c>hardware detect</c> reached: lower limits of what the machine can do.</summary>
public sealed record MeasuredSpeed
{
    [Description("Threads of the team that ran the probes.")]
    public required int Threads { get; init; }

    [Description("Billions of double-precision operations a second in registers, two for each fused multiply-add.")]
    public double? FmaGflops { get; init; }

    [Description("Billions of bytes a second of the STREAM triad, counted as STREAM does: 24 for each element.")]
    public double? TriadGigabytesPerSecond { get; init; }
}

/// <summary>Who says so.</summary>
public sealed record FigureSource
{
    [Description("Which figures.")]
    public required string Of { get; init; }

    [Description("The vendor's page, or the title of the document.")]
    public required string Source { get; init; }
}
