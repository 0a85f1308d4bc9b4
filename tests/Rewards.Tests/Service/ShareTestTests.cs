using HpcVerify.Rewards.Service;

namespace HpcVerify.Rewards.Tests.Service;

public sealed class ShareTestTests
{
    /// <summary>Fisher's tea: 3 of 4 against 1 of 4 has a tail of (16 + 1) / 70.</summary>
    [Theory]
    [InlineData(3, 4, 1, 4, 2.0 * 17 / 70)]
    [InlineData(4, 4, 0, 4, 2.0 / 70)]
    [InlineData(0, 4, 4, 4, 2.0 / 70)]
    [InlineData(2, 4, 2, 4, 1)]
    [InlineData(0, 10, 0, 90, 1)]
    [InlineData(1, 1, 0, 99, 2.0 / 100)]
    public void ProbabilitiesAreThoseOfTheHypergeometricDistribution(int hits, int of, int otherHits, int ofOther, double expected) =>
        Assert.Equal(expected, ShareTest.Probability(hits, of, otherHits, ofOther), 1e-12);

    [Fact]
    public void TheMoreUnevenTheLessLikely()
    {
        var probabilities = Enumerable.Range(10, 40).Select(hits => ShareTest.Probability(hits, 250, 80, 2000)).ToList();

        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.True(probabilities[^1] < 1e-12);
    }

    [Fact]
    public void MoreHitsThanThereAreIsAnError() => Assert.Throws<ArgumentOutOfRangeException>(() => ShareTest.Probability(5, 4, 0, 4));
}
