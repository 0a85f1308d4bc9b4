using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Json;

namespace HpcVerify.Rewards.Hardware;

/// <summary>Reads and writes specifications of machines.</summary>
public static class HardwareReader
{
    private const string Extension = ".json";

    public static JsonSerializerOptions Json { get; } = JsonFile.Strict(new JsonStringEnumConverter<CacheKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

    /// <summary>The folder of a corpus that machines are described in.</summary>
    public static string FolderOf(string corpus) => Path.Combine(corpus, "hardware");

    /// <summary>The names of all machines of a folder, in order.</summary>
    public static IReadOnlyList<string> Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>All machines of a folder that can be read, in the order of their names.</summary>
    public static IEnumerable<HardwareSpecification> All(string folder) => Names(folder).Select(name => Find(folder, name).Specification).OfType<HardwareSpecification>();

    /// <summary>A machine of the folder by its name, or of any file by its path; else the sentence that says what is wrong.</summary>
    public static (HardwareSpecification? Specification, string? Problem) Find(string folder, string nameOrPath) =>
        nameOrPath.EndsWith(Extension, StringComparison.Ordinal) ? Read(nameOrPath)
        : Names(folder).Contains(nameOrPath) ? Read(Path.Combine(folder, nameOrPath + Extension))
        : (null, $"there is no machine '{nameOrPath}' in '{folder}' ('hpcverify hardware show' lists them; a file is named with its '.json')");

    public static (HardwareSpecification? Specification, string? Problem) Read(string path)
    {
        var (specification, problem) = JsonFile.Read<HardwareSpecification>(path, Json);
        return specification is not null && HardwareCheck.Problem(specification) is { } wrong ? (null, $"'{path}': {wrong}") : (specification, problem);
    }

    public static string Write(HardwareSpecification specification) => JsonSerializer.Serialize(specification, Json) + "\n";
}
