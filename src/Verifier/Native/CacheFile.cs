using System.Security.Cryptography;

namespace HpcVerify.Verifier.Native;

/// <summary>Files named after their content, so that concurrent writers can only ever write the same bytes.</summary>
internal static class CacheFile
{
    private const int NameDigits = 32;

    /// <summary>A file below <paramref name="folder"/> with exactly <paramref name="content"/>.</summary>
    public static string Write(string folder, string stem, string extension, ReadOnlySpan<byte> content)
    {
        var path = PathOf(folder, stem, extension, content);
        return File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content)
            ? path
            : Publish(path, content);
    }

    /// <summary>Where a file made from <paramref name="key"/> belongs.</summary>
    public static string PathOf(string folder, string stem, string extension, ReadOnlySpan<byte> key) =>
        Path.Combine(folder, $"{stem}-{Convert.ToHexStringLower(SHA256.HashData(key))[..NameDigits]}{extension}");

    /// <summary>Makes <paramref name="path"/> appear at once with all of <paramref name="content"/>.</summary>
    public static string Publish(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
        return path;
    }
}
