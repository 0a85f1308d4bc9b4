using System.Text.Json;
using FsCheck.Fluent;
using HpcVerify.Rewards.Policy;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>Weights from a file: what is not named stays, and what would pay for failures is refused.</summary>
public sealed class RewardWeightsTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"hpcverify-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void DefaultsAreSoundAndThePenaltiesOfThePaper()
    {
        Assert.Null(RewardWeights.Default.Problem());
        Assert.Equal(RewardWeights.Default, Read("{}").Weights);
    }

    [Fact]
    public void WhatIsNamedChangesAndTheRestStays()
    {
        var (weights, problem) = Read("""{ "penalties": { "stage": -60 }, "shares": { "bounded": 0.6 }, /* for the tests */ }""");

        Assert.Null(problem);
        Assert.Equal(RewardWeights.Default with { Penalties = new() { Stage = -60 }, Shares = new() { Bounded = 0.6 } }, weights);
    }

    [Theory]
    [InlineData("""{ "penaltys": {} }""", "'penaltys'")]
    [InlineData("""{ "penalties": { "verification": 5 } }""", "below 0")]
    [InlineData("""{ "penalties": { "stage": 0 } }""", "below 0")]
    [InlineData("""{ "penalties": { "compile": -5 } }""", "do not fall")]
    [InlineData("""{ "penalties": { "stage": -30 } }""", "no less than 'compile'")]
    [InlineData("""{ "penalties": null }""", ":1:16: 'penalties' is null and has to be an object")]
    [InlineData("""{ "shares": { "bounded": 0.9 } }""", "do not fall")]
    [InlineData("""{ "shares": { "bounded": -0.1 } }""", "from 0")]
    [InlineData("""{ "shares": { "openOfNaive": 1.5 } }""", "hiding a kernel")]
    [InlineData("""{ "groupBest": 0 }""", "above 0")]
    [InlineData("""{ "logPenaltyScale": -1 }""", "above 0")]
    [InlineData("""{ "unitSuccess": 1 }""", "between 0 and 1")]
    [InlineData("""{ "unitSuccess": 1e999 }""", "finite")]
    [InlineData("[]", ":1:1: the whole is a list")]
    public void AMistakeIsNamed(string text, string sentence)
    {
        var (weights, problem) = Read(text);

        Assert.Null(weights);
        Assert.Contains(_path, problem, StringComparison.Ordinal);
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultsKeepTheSchema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs/reward-weights.schema.json")));

        Assert.Empty(JsonSchema.Problems(JsonSerializer.SerializeToElement(RewardWeights.Default, RewardWeightsReader.Json), schema.RootElement));
        Assert.NotEmpty(JsonSchema.Problems(JsonDocument.Parse("""{ "penalties": { "none": 1 } }""").RootElement, schema.RootElement));
    }

    [Fact]
    public void PaperIsEq3WhateverTheWeights() => Samples.Hold(
        from evidence in Samples.Any
        from weights in Samples.Weights
        select (evidence, weights),
        sample => RewardProfile.Of(sample.weights).Single(profile => profile.Name == "paper").Judge(sample.evidence).Equals(RewardPolicy.Paper(sample.evidence)));

    private (RewardWeights? Weights, string? Problem) Read(string text)
    {
        File.WriteAllText(_path, text);
        return RewardWeightsReader.Read(_path);
    }
}
