using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Tokens;

namespace HpcVerify.Trainer.Training;

/// <summary>What a policy begins as: a vocabulary, and weights that nothing changes any more.</summary>
public sealed class PretrainedModel(Tokenizer tokenizer, Weights weights)
{
    private const int Digits = 16;

    public Tokenizer Tokenizer => tokenizer;

    public Weights Weights => weights;

    /// <summary>The first digits of a SHA-256 of vocabulary and weights.</summary>
    public string Fingerprint { get; } = Hash(tokenizer, weights);

    private static string Hash(Tokenizer tokenizer, Weights weights)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(TokenizerFile.Fingerprint(tokenizer)));
        hash.AppendData(MemoryMarshal.AsBytes(weights.Values.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
