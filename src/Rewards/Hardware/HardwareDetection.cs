using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Rewards.Hardware;

/// <summary>Describes a machine by what Linux says of it. What Linux does not say, such as the number of vector units, is left out unless the core is known.</summary>
public static class HardwareDetection
{
    /// <summary>What tells kinds of cores apart.</summary>
    private static readonly ImmutableArray<string> Kind = ["vendor_id", "cpu family", "model", "model name", "CPU implementer", "CPU part"];

    /// <summary>Drivers whose maximum is the boost clock; others may leave boosting out of it.</summary>
    private static readonly ImmutableArray<string> BoostingDrivers = ["intel_pstate", "intel_cpufreq", "amd-pstate", "amd-pstate-epp", "cppc_cpufreq"];

    /// <summary>How extensions begin that matter to kernels.</summary>
    private static readonly ImmutableArray<string> Extensions =
        ["sse", "ssse", "avx", "fma", "f16c", "amx", "bmi", "popcnt", "asimd", "sve", "bf16", "i8mm", "fphp", "fcma", "neon", "vfp"];

    /// <summary>The machine, or the sentence that says why it cannot be described.</summary>
    /// <param name="known">Machines whose cores may be of the same kind.</param>
    public static (HardwareSpecification? Specification, string? Problem) Read(MachineFiles files, IReadOnlyCollection<HardwareSpecification> known)
    {
        var processors = files.CpuInfo();
        if (processors.Count == 0)
        {
            return (null, "/proc/cpuinfo lists no processors");
        }

        var kinds = processors.Select(fields => string.Join('|', Kind.Select(key => fields.GetValueOrDefault(key)))).Distinct().Count();
        return kinds > 1
            ? (null, FormattableString.Invariant($"this machine has cores of {kinds} kinds, and a specification has one (describe it by hand: docs/hardware.schema.json)"))
            : MachineTopology.Read(files, processors) is { } topology
                ? (Describe(files, processors[0], topology, known), null)
                : (null, "/sys/devices/system/cpu says that the processors have different numbers of cores (describe the machine by hand: docs/hardware.schema.json)");
    }

    private static HardwareSpecification Describe(
        MachineFiles files, IReadOnlyDictionary<string, string> core, MachineTopology topology, IEnumerable<HardwareSpecification> known)
    {
        var flags = (core.GetValueOrDefault("flags") ?? core.GetValueOrDefault("Features") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var model = ModelOf(core);
        var bits = RegisterBits(flags, files);
        var same = known.FirstOrDefault(machine => !machine.Core.IsEmpty && machine.Vector.RegisterBits == bits && machine.Core.All(field => core.GetValueOrDefault(field.Key) == field.Value));
        return new()
        {
            Name = NameOf(topology, model),
            Title = FormattableString.Invariant($"{topology.Sockets} × {model}"),
            Extensions = [.. flags.Where(flag => Extensions.Any(start => flag.StartsWith(start, StringComparison.Ordinal))).Order(StringComparer.Ordinal)],
            Sockets = topology.Sockets,
            CoresPerSocket = topology.CoresPerSocket,
            ThreadsPerCore = topology.ThreadsPerCore,
            Clock = ClockOf(files, topology.First, model),
            Vector = same?.Vector ?? new() { RegisterBits = bits },
            Caches = topology.Caches(files),
            Sources =
            [
                new() { Of = "all that is not named below", Source = "/proc/cpuinfo and /sys/devices/system/cpu" },
                .. same is null ? [] : new FigureSource[] { new() { Of = "vector units", Source = $"the cores are of the kind of {same.Name}" } },
            ],
        };
    }

    private static ClockSpecification ClockOf(MachineFiles files, int processor, string model) => new()
    {
        BaseGhz = Ghz(files.NumberOf(processor, "cpufreq/base_frequency") / 1e6 ?? files.NumberOf(processor, "acpi_cppc/nominal_freq") / 1e3 ?? GhzInName(model)),
        BoostGhz = BoostingDrivers.Contains(files.Of(processor, "cpufreq/scaling_driver") ?? "") ? Ghz(files.NumberOf(processor, "cpufreq/cpuinfo_max_freq") / 1e6) : null,
    };

    private static double? Ghz(double? value) => value is { } ghz ? Math.Round(ghz, 4) : null;

    /// <summary>Intel's names end with the base clock: <c>… @ 2.10GHz</c>.</summary>
    private static double? GhzInName(string model) =>
        model.Split("@ ") is [_, var clock] && clock.EndsWith("GHz", StringComparison.Ordinal) && double.TryParse(clock[..^3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ghz) ? ghz : null;

    /// <summary>Only x86 names its processors; the others have numbers for who made a core and what it is.</summary>
    private static string ModelOf(IReadOnlyDictionary<string, string> core) => core.TryGetValue("model name", out var name)
        ? string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        : $"processor of implementer {core.GetValueOrDefault("CPU implementer", "?")}, part {core.GetValueOrDefault("CPU part", "?")}";

    private static string NameOf(MachineTopology topology, string model)
    {
        var words = model.Split('@')[0].Replace("(R)", "", StringComparison.Ordinal).Replace("(TM)", "", StringComparison.Ordinal).ToLowerInvariant()
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ').ToArray();
        return string.Join('-', new string(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(FormattableString.Invariant($"{topology.Sockets}x{topology.CoresPerSocket}")));
    }

    private static int RegisterBits(HashSet<string> flags, MachineFiles files) =>
        flags.Contains("avx512f") ? 512
        : flags.Contains("avx") ? 256
        : flags.Contains("sve") && files.ScalableVectorBytes() is { } bytes and > 0 && bytes % 8 == 0 ? 8 * bytes
        : flags.Contains("sse2") || flags.Contains("asimd") || flags.Contains("neon") ? 128
        : 64;
}
