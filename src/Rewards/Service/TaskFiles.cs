using System.Text;

namespace HpcVerify.Rewards.Service;

/// <summary>The files of a task, as far as scores depend on them.</summary>
public static class TaskFiles
{
    private const string Samples = "accept", Rejected = "reject", Warned = "warned";

    /// <summary>A hash of all files in a task's folder but its sample kernels.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Hash(string folder) => ContentHash.Of(
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Where(name => !name.StartsWith(Samples + "/", StringComparison.Ordinal) && !name.StartsWith(Rejected + "/", StringComparison.Ordinal) && !name.StartsWith(Warned + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ContentHash.Part(name, File.ReadAllBytes(Path.Combine(folder, name))))]).Text;
}
