using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace HpcVerify.Rewards.Service;

/// <summary>
/// The name of a result: a hash of everything that it depends on. Two questions with one hash have one answer, so that it can be looked up
/// instead of asked again; anything that could change an answer (a compiler's version, a processor) has to be a part.
/// </summary>
public readonly record struct ContentHash
{
    private ContentHash(string text) => Text = text;

    /// <summary>SHA-256 in 64 hexadecimal digits.</summary>
    public string Text { get; }

    /// <summary>The hash of named parts. Each goes in with its length, so that no two lists of parts run together to the same bytes.</summary>
    public static ContentHash Of(params ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in parts)
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, content.Span);
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A hash that was written down; null where the text is none.</summary>
    public static ContentHash? Parse(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    public static KeyValuePair<string, ReadOnlyMemory<byte>> Part(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    public static KeyValuePair<string, ReadOnlyMemory<byte>> Part(string name, ReadOnlyMemory<byte> content) => new(name, content);

    public override string ToString() => Text;

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
