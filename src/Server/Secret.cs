using System.Security.Cryptography;
using System.Text;

namespace HpcVerify.Server;

/// <summary>Something that callers must know. Hashes are compared, so that the time it takes says nothing about it.</summary>
internal sealed class Secret(string value)
{
    private readonly byte[] _hash = Hash(value);

    public bool Is(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Hash(given), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
