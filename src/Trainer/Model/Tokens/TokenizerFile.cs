using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HpcVerify.Parser.Json;

namespace HpcVerify.Trainer.Model.Tokens;

/// <summary>A vocabulary as JSON. The file is whole in itself: later versions of HpcVerify may know other fixed lexemes.</summary>
public static class TokenizerFile
{
    private const string Format = "hpcverify-tokenizer-1";

    private static readonly JsonSerializerOptions Json = JsonFile.Strict();

    public static string Write(Tokenizer tokenizer) => JsonSerializer.Serialize(new Content(Format, tokenizer.Lexemes), Json) + "\n";

    /// <summary>What a checkpoint notes, to be told when it is read with another vocabulary: SHA-256 of the file, in hexadecimal digits.</summary>
    public static string Fingerprint(Tokenizer tokenizer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(tokenizer))));

    /// <summary>The vocabulary of a file; else the sentence that says what is wrong.</summary>
    public static (Tokenizer? Tokenizer, string? Problem) Read(string path)
    {
        var (content, problem) = JsonFile.Read<Content>(path, Json);
        return content is null ? (null, problem)
            : content.Format != Format ? (null, $"'{path}': a vocabulary in the format '{content.Format}' cannot be read, '{Format}' can")
            : content.Lexemes.IsDefault ? (null, $"'{path}': there are no lexemes")
            : Tokenizer.Problem(content.Lexemes) is { } wrong ? (null, $"'{path}': {wrong}")
            : (new(content.Lexemes), null);
    }

    private sealed record Content(string Format, ImmutableArray<string> Lexemes);
}
