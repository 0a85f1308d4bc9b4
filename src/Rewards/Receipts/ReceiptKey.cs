using System.Security.Cryptography;

namespace HpcVerify.Rewards.Receipts;

/// <summary>A key that signs receipts, or only tells whether it did: ECDSA over P-256 with SHA-256.</summary>
public sealed class ReceiptKey : IDisposable
{
    private readonly ECDsa _key;

    private ReceiptKey(ECDsa key) => _key = key;

    /// <summary>What may be told to everybody, as PEM.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The same in a line, as receipts have it.</summary>
    public string PublicText => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>A new key with its secret, as PEM.</summary>
    public static string MakePem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>The key of a PEM text, with its secret or without; null where it is none.</summary>
    public static ReceiptKey? Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return new(key);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    public string Sign(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(_key.SignData(bytes, HashAlgorithmName.SHA256));

    public bool HasSigned(ReadOnlySpan<byte> bytes, string signature)
    {
        var raw = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, raw, out var length) && Convert.ToBase64String(raw, 0, length) == signature
            && _key.VerifyData(bytes, raw.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose() => _key.Dispose();
}
