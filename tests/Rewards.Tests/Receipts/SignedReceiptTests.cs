using System.Text.Json.Nodes;
using FsCheck.Fluent;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Receipts;
using HpcVerify.Rewards.Service;
using HpcVerify.Rewards.Tests.Policy;

namespace HpcVerify.Rewards.Tests.Receipts;

public sealed class SignedReceiptTests : IDisposable
{
    private readonly ReceiptKey _key = ReceiptKey.Read(ReceiptKey.MakePem())!;
    private readonly ReceiptKey _other = ReceiptKey.Read(ReceiptKey.MakePem())!;

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void WhatWasWrittenIsGenuine() => Samples.Hold(
        from all in Samples.Group
        from profile in Gen.Elements<string>([.. RewardProfile.All.Select(profile => profile.Name), .. GroupProfile.All.Select(profile => profile.Name)])
        from weights in Samples.Weights
        select Made(profile, weights, [.. all]),
        receipt => SignedReceipt.Read(SignedReceipt.Write(receipt, _key), _key) is ReadReceipt.Genuine { Receipt.Samples.Length: var count } && count == receipt.Samples.Length);

    /// <summary>Every value of the document is changed in turn, every member left out, and one put beside each.</summary>
    [Fact]
    public void NothingCanBeChanged()
    {
        var text = SignedReceipt.Write(Made("verified", RewardWeights.Default, Full), _key);
        var places = JsonNode.Parse(text)!.AsObject() is var root ? Places(root).Select(node => node.GetPath()).ToList() : [];
        var accepted = new List<string>();
        foreach (var place in places)
        {
            foreach (var (name, change) in Changes)
            {
                var document = JsonNode.Parse(text)!.AsObject();
                var node = Places(document).Single(node => node.GetPath() == place);
                if (change(node) && SignedReceipt.Read(document.ToJsonString(), _key) is ReadReceipt.Genuine)
                {
                    accepted.Add($"{name} {place}");
                }
            }
        }

        Assert.True(places.Count > 80, $"{places.Count} places");
        Assert.Empty(accepted);
    }

    [Fact]
    public void BlanksAndTheOrderOfMembersDoNotMatter()
    {
        var document = JsonNode.Parse(SignedReceipt.Write(Made("paper", RewardWeights.Default, Full), _key))!.AsObject();
        var turned = new JsonObject(document.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.IsType<ReadReceipt.Genuine>(SignedReceipt.Read(turned.ToJsonString(), _key));
    }

    [Fact]
    public void AnotherKeysReceiptIsRejected()
    {
        var text = SignedReceipt.Write(Made("paper", RewardWeights.Default, Full), _other);

        Assert.Equal(new ReadReceipt.Rejected("another key has signed it"), SignedReceipt.Read(text, _key));
    }

    [Fact]
    public void EvidenceThatIsNotWorthWhatItSaysIsRejectedThoughItIsSigned()
    {
        var receipt = Made("paper", RewardWeights.Default, Full);
        var generous = receipt with { Samples = [receipt.Samples[0] with { Score = receipt.Samples[0].Score with { Reward = 1e6 } }, .. receipt.Samples.Skip(1)] };

        Assert.Equal(new ReadReceipt.Rejected("its evidence is not worth what it says"), SignedReceipt.Read(SignedReceipt.Write(generous, _key), _key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"key": 1, "signature": ""}""")]
    [InlineData("""{"key": "", "key": "", "signature": ""}""")]
    public void SomethingElseIsNoReceipt(string text) => Assert.IsType<ReadReceipt.NoReceipt>(SignedReceipt.Read(text, _key));

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void WhatIsNoKeyIsNone(string pem) => Assert.Null(ReceiptKey.Read(pem));

    [Fact]
    public void AVerificationMadeAgainIsComparedByLevelAndProof()
    {
        var measured = new Evidence([], null, new(3, null, [1]), null, [new("measure", TimeSpan.Zero)]) { Proof = Samples.Verdicts[0] };
        var again = measured with { Measurement = null, Stages = [] };
        var wrong = again with { Failure = new(Level.Verification, "y[0]") };

        Assert.Null(Recomputation.Difference(measured, again));
        Assert.Contains("now it is 'verification': y[0]", Recomputation.Difference(measured, wrong), StringComparison.Ordinal);
        Assert.Contains("'proved, bounded'", Recomputation.Difference(measured, again with { Proof = Samples.Verdicts[2] }), StringComparison.Ordinal);
        Assert.Null(Recomputation.Difference(measured with { Failure = wrong.Failure, Measurement = null }, again));
        Assert.NotNull(Recomputation.Difference(wrong, again));
    }

    private static Evidence[] Full =>
    [
        new([Samples.StageRule.At(new(3, 4), 1, "simd")], null, new(3.25, 0.5, [0.25, 0.5]) { NaiveSpeed = 1 }, null, [new("compile", TimeSpan.FromSeconds(0.5))])
        {
            Proof = Samples.Verdicts[0] with { Lines = [new("memory", "proved", "all", true, "n > 1")] },
        },
        new([], new(Level.Verification, "y[0]") { Sizes = "n=1" }, null, null, []),
        new([], null, null, "no sandbox", []),
    ];

    private static Receipt Made(string profile, RewardWeights weights, Evidence[] evidence)
    {
        var name = ReceiptSample.HashOf("int x;"u8.ToArray());
        var receipt = new Receipt(
            Receipt.CurrentFormat, "2026-11-22T08:00:00Z", new("1", "b", "gcc", "z3", "-O3", "cpu", "avx", 2), new("O3", 1, TimingProfile.Robust, 3, 2, null), profile, weights,
            [.. evidence.Select(known => new ReceiptSample("k.c", "axpy", "00", name, known, new(null, null, "")))]);
        return receipt with { Samples = [.. receipt.Samples.Zip(receipt.Judge().Scores, (sample, score) => sample with { Score = score })] };
    }

    private static readonly (string Name, Func<JsonNode, bool> Change)[] Changes =
    [
        ("changed", node => node is JsonValue && Replace(node, node.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => JsonValue.Create(node.GetValue<string>() + "x"),
            System.Text.Json.JsonValueKind.Number => JsonValue.Create(node.GetValue<double>() + 1),
            System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
            _ => JsonValue.Create(true),
        })),
        ("left out", node => node.Parent is JsonObject parent ? parent.Remove(node.GetPropertyName()) : node.Parent is JsonArray list && list.Remove(node)),
        ("put beside", node =>
        {
            (node as JsonObject)?.Add("more", 1);
            (node as JsonArray)?.Add(1);
            return node is not JsonValue;
        }),
    ];

    private static bool Replace(JsonNode node, JsonNode other)
    {
        node.ReplaceWith(other);
        return true;
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Places).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Places).Prepend(node),
        _ => [node],
    };
}
