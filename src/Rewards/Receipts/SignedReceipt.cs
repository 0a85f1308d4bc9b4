using System.Text.Json;
using System.Text.Json.Nodes;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Rewards.Receipts;

/// <summary>Receipts as files: JSON with the key and its signature over everything else.</summary>
public static class SignedReceipt
{
    private const string Key = "key", Signature = "signature";

    private static readonly JsonSerializerOptions Indented = new(ServiceJson.Options) { WriteIndented = true };

    public static string Write(Receipt receipt, ReceiptKey key)
    {
        var document = JsonSerializer.SerializeToNode(receipt, ServiceJson.Options)!.AsObject();
        document[Key] = key.PublicText;
        document[Signature] = key.Sign(CanonicalJson.Of(JsonSerializer.SerializeToElement(document), Signature));
        return document.ToJsonString(Indented) + "\n";
    }

    /// <summary>What a file says, if this key has signed it and nobody has changed it since; otherwise the sentence that says what is wrong.</summary>
    public static ReadReceipt Read(string text, ReceiptKey key)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, key) : new ReadReceipt.NoReceipt("it is no object");
        }
        catch (JsonException exception)
        {
            return new ReadReceipt.NoReceipt(exception.Message);
        }
    }

    private static ReadReceipt Read(JsonElement document, ReceiptKey key)
    {
        if (Text(document, Key) is not { } signer || Text(document, Signature) is not { } signature)
        {
            return new ReadReceipt.NoReceipt($"it has no '{Key}' or no '{Signature}'");
        }

        if (signer != key.PublicText)
        {
            return new ReadReceipt.Rejected("another key has signed it");
        }

        if (!key.HasSigned(CanonicalJson.Of(document, Signature), signature))
        {
            return new ReadReceipt.Rejected("it is not what was signed");
        }

        var receipt = JsonNode.Parse(CanonicalJson.Of(document, Key, Signature)).Deserialize<Receipt>(ServiceJson.Options);
        var (scores, problem) = receipt!.Judge();
        return problem is not null ? new ReadReceipt.Rejected(problem)
            : scores.SequenceEqual(receipt.Samples.Select(sample => sample.Score)) ? new ReadReceipt.Genuine(receipt)
            : new ReadReceipt.Rejected("its evidence is not worth what it says");
    }

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>What becomes of a file that is to be a receipt.</summary>
public abstract record ReadReceipt
{
    private ReadReceipt() { }

    /// <summary>The key has signed it, and its evidence is worth what it says.</summary>
    public sealed record Genuine(Receipt Receipt) : ReadReceipt;

    /// <summary>It is a receipt that nobody should believe.</summary>
    public sealed record Rejected(string Reason) : ReadReceipt;

    /// <summary>It is something else.</summary>
    public sealed record NoReceipt(string Reason) : ReadReceipt;
}
