using HpcVerify.TestKit;

namespace HpcVerify.Architecture.Tests;

/// <summary>The C# files of this repository.</summary>
internal static class Sources
{
    public static IEnumerable<string> In(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);
}
