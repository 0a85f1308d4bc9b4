using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Rewards.Hardware;

/// <summary>How many processors, cores and threads there are, and which of them share a cache.</summary>
/// <param name="First">The number of a processor, in the sense of Linux, that stands for all.</param>
/// <param name="CoreOf">For each of these the first thread of its core.</param>
internal sealed record MachineTopology(int Sockets, int CoresPerSocket, int ThreadsPerCore, int First, ImmutableDictionary<int, int> CoreOf)
{
    private const int MostIndices = 16;

    /// <summary>By sysfs, else by /proc/cpuinfo; null where processors differ in their number of cores.</summary>
    public static MachineTopology? Read(MachineFiles files, IReadOnlyList<IReadOnlyDictionary<string, string>> processors)
    {
        var online = files.Online();
        if (online.Count == 0 || online.Any(processor => files.Of(processor, "topology/thread_siblings_list") is null))
        {
            return FromCpuInfo(processors);
        }

        var siblings = online.ToDictionary(processor => processor, processor => MachineFiles.List(files.Of(processor, "topology/thread_siblings_list")!));
        var coreOf = siblings.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.DefaultIfEmpty(pair.Key).Min());
        var cores = coreOf.GroupBy(pair => files.Of(pair.Key, "topology/physical_package_id") ?? "", pair => pair.Value).Select(socket => socket.Distinct().Count()).ToList();
        return cores.Distinct().Count() == 1
            ? new(cores.Count, cores[0], siblings.Values.Max(threads => Math.Max(1, threads.Count)), online[0], coreOf)
            : null;
    }

    /// <summary>The caches of the first processor; a size that is not said leaves a cache out.</summary>
    public ImmutableArray<CacheSpecification> Caches(MachineFiles files) =>
    [
        .. Enumerable.Range(0, MostIndices)
            .Select(index => CacheAt(files, FormattableString.Invariant($"cache/index{index}")))
            .OfType<CacheSpecification>()
            .OrderBy(cache => cache.Level).ThenBy(cache => cache.Kind),
    ];

    private CacheSpecification? CacheAt(MachineFiles files, string folder) =>
        files.NumberOf(First, $"{folder}/level") is { } level && Kibibytes(files.Of(First, $"{folder}/size")) is { } kibibytes && KindOf(files.Of(First, $"{folder}/type")) is { } kind
            ? new()
            {
                Level = (int)level,
                Kind = kind,
                Kibibytes = kibibytes,
                SharedByCores = Math.Clamp(MachineFiles.List(files.Of(First, $"{folder}/shared_cpu_list") ?? "").Where(CoreOf.ContainsKey).Select(processor => CoreOf[processor]).Distinct().Count(), 1, CoresPerSocket),
                LineBytes = (int?)files.NumberOf(First, $"{folder}/coherency_line_size"),
            }
            : null;

    private static CacheKind? KindOf(string? type) => type switch
    {
        "Data" => CacheKind.Data,
        "Instruction" => CacheKind.Instruction,
        "Unified" => CacheKind.Unified,
        _ => null,
    };

    private static int? Kibibytes(string? size) =>
        size is [.. var digits, 'K'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static MachineTopology FromCpuInfo(IReadOnlyList<IReadOnlyDictionary<string, string>> processors)
    {
        var sockets = processors.Select(fields => fields.GetValueOrDefault("physical id", "0")).Distinct().Count();
        var threads = Math.Max(1, processors.Count / sockets);
        var cores = int.TryParse(processors[0].GetValueOrDefault("cpu cores"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > 0 && said <= threads ? said : threads;
        return new(sockets, cores, threads / cores, 0, ImmutableDictionary<int, int>.Empty);
    }
}
