using System.Globalization;

namespace HpcVerify.Rewards.Hardware;

/// <summary>What Linux says of a machine below <c>/proc</c> and <c>/sys</c>, or a copy of these folders elsewhere.</summary>
/// <param name="root">The folder that <c>proc</c> and <c>sys</c> are in.</param>
public sealed class MachineFiles(string root)
{
    private const string Processors = "sys/devices/system/cpu";

    /// <summary>The machine that this process runs on.</summary>
    public static MachineFiles Here { get; } = new("/");

    /// <summary>The fields of each processor in <c>/proc/cpuinfo</c>; the file also has blocks that describe none.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> CpuInfo() =>
        [.. (Text("proc/cpuinfo") ?? "").Split("\n\n").Select(Fields).Where(fields => fields.ContainsKey("processor"))];

    /// <summary>The numbers of the processors that run; those of <c>/proc/cpuinfo</c> where nothing is said.</summary>
    public IReadOnlyList<int> Online() => Text($"{Processors}/online") is { } list ? List(list) : [.. Enumerable.Range(0, CpuInfo().Count)];

    /// <summary>What is said of one processor: <c>topology/physical_package_id</c>; null where nothing is.</summary>
    public string? Of(int processor, string file) => Text(FormattableString.Invariant($"{Processors}/cpu{processor}/{file}"));

    /// <summary>The same as a number that is above 0.</summary>
    public double? NumberOf(int processor, string file) =>
        double.TryParse(Of(processor, file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>Bytes of a scalable vector register, as programs get it; null where there is none.</summary>
    public int? ScalableVectorBytes() =>
        int.TryParse(Text("proc/sys/abi/sve_default_vector_length"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    /// <summary>Bytes of memory that programs could have at once; null where nothing is said.</summary>
    public long? AvailableBytes() => (Text("proc/meminfo") ?? "").Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is ["MemAvailable:", _, "kB"])
        .Select(words => long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes) ? 1024 * kibibytes : (long?)null)
        .FirstOrDefault();

    /// <summary>The numbers of a list such as <c>0-3,8</c>.</summary>
    internal static IReadOnlyList<int> List(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('-')).SelectMany(ends => Range(Number(ends[0]), Number(ends[^1])))];

    private static IEnumerable<int> Range(int first, int last) => first < 0 || last < first ? [] : Enumerable.Range(first, last - first + 1);

    private static int Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static Dictionary<string, string> Fields(string block) => block.Split('\n')
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .Where(words => words.Length == 2)
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToDictionary(field => field.Key, field => field.First()[1], StringComparer.Ordinal);

    private string? Text(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
