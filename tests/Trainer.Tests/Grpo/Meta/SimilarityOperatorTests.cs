using FsCheck;
using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;

namespace HpcVerify.Trainer.Tests.Grpo.Meta;

/// <summary>The operator, and what it does to the spread of gradients among groups.</summary>
public sealed class SimilarityOperatorTests
{
    private const double Strength = 0.7;

    private static readonly Gen<SimilarityOperator> Any =
        from size in Gen.Choose(1, 8)
        from features in Gen.Choose(-20, 20).Select(number => number / 10.0).ArrayOf(3).ArrayOf(size)
        from strength in Gen.Choose(0, 10)
        select SimilarityOperator.Of(new Similarity.Radial(1).Among([.. features.Select(row => Programs.At(row))]), strength / 10.0);

    [Fact]
    public void RowsAddUpToOneAndSharesStay() => Numbers.Hold(
        Any,
        neighbours => Enumerable.Range(0, neighbours.Size).All(row => Math.Abs(Enumerable.Range(0, neighbours.Size).Sum(column => neighbours[row, column]) - 1) < 1e-12)
            && Enumerable.Range(0, neighbours.Size).All(column =>
                Math.Abs(Enumerable.Range(0, neighbours.Size).Sum(row => neighbours.Shares[row] * neighbours[row, column]) - neighbours.Shares[column]) < 1e-12));

    /// <summary>Two groups by hand: K = [[1, a], [a, 1]] has second eigenvalue (1 - a) / (1 + a).</summary>
    [Theory]
    [InlineData(0), InlineData(0.25), InlineData(1)]
    public void TwoGroups(double alike)
    {
        var neighbours = SimilarityOperator.Of(new[,] { { 1, alike }, { alike, 1 } }, 1);

        Assert.Equal((1 - alike) / (1 + alike), neighbours.SecondEigenvalue, 1e-12);
        Numbers.Near([2 / (1 + alike), 2 * alike / (1 + alike)], neighbours.Apply([2.0, 0]), 1e-12);
    }

    /// <summary>A group with two neighbours that have nothing in common, by hand: row sums differ, and 1 / (1 + a) belongs to (0, 1, -1).</summary>
    [Fact]
    public void AGroupBetweenTwo()
    {
        var neighbours = SimilarityOperator.Of(new[,] { { 1, 0.6, 0 }, { 0.6, 1, 0.6 }, { 0, 0.6, 1 } }, Strength);

        Assert.Equal(1 - Strength + (Strength / 1.6), neighbours.SecondEigenvalue, 1e-12);
        Numbers.Near([1.6 / 5.4, 2.2 / 5.4, 1.6 / 5.4], neighbours.Shares, 1e-12);
    }

    [Fact]
    public void WithoutStrengthNothingMoves() => Numbers.Same([3.0, -1], SimilarityOperator.Of(new[,] { { 1, 0.9 }, { 0.9, 1 } }, 0).Apply([3.0, -1]));

    [Fact]
    public void OneGroupIsItsOwnMean() => Assert.Equal((0, 1), (SimilarityOperator.Of(new[,] { { 1.0 } }, 1) is var alone ? alone.SecondEigenvalue : 1, alone[0, 0]));

    /// <summary>Eigenvalues of a matrix with known ones: 2 - 2 cos(k pi / 5) of the path of four.</summary>
    [Fact]
    public void EigenvaluesOfAPath() => Numbers.Near(
        Enumerable.Range(1, 4).Select(k => 2 - (2 * Math.Cos(k * Math.PI / 5))),
        SymmetricEigenvalues.Of(new double[,] { { 2, -1, 0, 0 }, { -1, 2, -1, 0 }, { 0, -1, 2, -1 }, { 0, 0, -1, 2 } }).Order(), 1e-12);

    [Fact]
    public void MissingNeighboursLendNothing()
    {
        var neighbours = SimilarityOperator.Of(new[,] { { 1, 0.5, 0 }, { 0.5, 1, 0 }, { 0, 0, 1 } }, 1);

        Assert.Equal(4, neighbours.Mean(0, [null, 4, 9]));
        Assert.Equal((3 + (0.5 * 6)) / 1.5, neighbours.Mean(0, [3, 6, null])!.Value, 1e-12);
        Assert.Null(neighbours.Mean(0, [null, null, 9]));
    }

    /// <summary>Claim (i): one application leaves the mean and shrinks what is around it by the square of the second eigenvalue at least.</summary>
    [Fact]
    public void TheSpreadOfGradientsShrinksWithTheSquareOfTheSecondEigenvalue() => Numbers.Hold(
        from neighbours in Any
        from seed in Gen.Choose(0, 1_000_000)
        select (neighbours, gradients: PolicyGradients(neighbours.Size, new Rng((ulong)seed))),
        sample =>
        {
            var smoothed = sample.neighbours.Apply(sample.gradients);
            var (before, after) = (Spread(sample.gradients, sample.neighbours), Spread(smoothed, sample.neighbours));
            return after <= (sample.neighbours.SecondEigenvalue * sample.neighbours.SecondEigenvalue * before) + 1e-12
                && Mean(smoothed, sample.neighbours).Zip(Mean(sample.gradients, sample.neighbours)).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
        });

    /// <summary>The bound is met: applied again and again, the spread shrinks by just that square.</summary>
    [Fact]
    public void NoSmallerFactorWouldDo()
    {
        var neighbours = SimilarityOperator.Of(new Similarity.Radial(1).Among([Programs.At(0, 0), Programs.At(1, 0), Programs.At(0, 2), Programs.At(2, 2)]), Strength);
        var gradients = PolicyGradients(4, new Rng(7));
        for (var application = 0; application < 60; application++)
        {
            gradients = neighbours.Apply(gradients);
        }

        Assert.Equal(Math.Pow(neighbours.SecondEigenvalue, 2), Spread(neighbours.Apply(gradients), neighbours) / Spread(gradients, neighbours), 1e-6);
        Assert.InRange(neighbours.SecondEigenvalue, 0.31, 0.99);
    }

    /// <summary>The gradient of each group's own loss for a policy of five actions, from eight samples with rewards of the group's own.</summary>
    private static double[][] PolicyGradients(int groups, Rng random) =>
    [
        .. Enumerable.Range(0, groups).Select(_ =>
        {
            double[] worth = [.. Enumerable.Range(0, Actions).Select(_ => 10 * random.NextDouble())];
            int[] actions = [.. Enumerable.Range(0, Samples).Select(_ => (int)(random.NextDouble() * Actions))];
            TokenSequence[] sequences = [.. actions.Select(_ => new TokenSequence([-Math.Log(Actions)], [-Math.Log(Actions)], [true], [0]))];
            var result = GrpoStep.Of([new SampleGroup([.. actions.Select(action => (double?)worth[action])], [.. sequences])], GrpoOptions.Paper);
            return Enumerable.Range(0, Actions).Select(logit =>
                actions.Zip(result.Gradient, (action, slope) => slope[0] * ((action == logit ? 1 : 0) - (1.0 / Actions))).Sum()).ToArray();
        }),
    ];

    private const int Actions = 5, Samples = 8;

    private static double[] Mean(double[][] rows, SimilarityOperator neighbours) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(at => rows.Select((row, index) => neighbours.Shares[index] * row[at]).Sum())];

    private static double Spread(double[][] rows, SimilarityOperator neighbours)
    {
        var mean = Mean(rows, neighbours);
        return rows.Select((row, index) => neighbours.Shares[index] * row.Zip(mean, (entry, centre) => (entry - centre) * (entry - centre)).Sum()).Sum();
    }
}
