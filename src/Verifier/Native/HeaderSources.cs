using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace HpcVerify.Verifier.Native;

/// <summary>The files that a compiled header was made of and the compiler that made it, as text: a line for each with the hash of its content and its path.</summary>
internal static partial class HeaderSources
{
    /// <summary>In place of the hash of a file that cannot be read.</summary>
    private const string Unreadable = "unreadable";

    /// <param name="rule">What <c>gcc -M</c> says: a rule for make, whose relative paths are files of ours.</param>
    public static string Of(string compilerPath, string rule) =>
        Describe(Word().Matches(rule).Select(match => match.Value.Replace("\\ ", " ", StringComparison.Ordinal)).Where(Path.IsPathRooted).Prepend(compilerPath));

    /// <summary>What the same files are now.</summary>
    public static string Again(string described) =>
        Describe(described.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));

    /// <summary>Whether there is such a description at <paramref name="path"/>, and it still holds.</summary>
    public static bool AreUnchanged(string path) =>
        File.Exists(path) && File.ReadAllText(path) is { Length: > 0 } described && !described.Contains(Unreadable, StringComparison.Ordinal) && described == Again(described);

    private static string Describe(IEnumerable<string> paths) =>
        string.Concat(paths.Distinct().Order(StringComparer.Ordinal).Select(path => $"{HashOf(path)} {path}\n"));

    private static string HashOf(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreadable;
        }
    }

    [GeneratedRegex(@"(?:[^\s\\]|\\.)+")]
    private static partial Regex Word();
}
