using System.Collections.Immutable;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Sampling;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Tests.Model;

public sealed class SamplerTests
{
    private const int End = 10;

    private static readonly SamplingOptions Options = new(Temperature: 0.9f, TopK: 0, TopP: 1, MaximumTokens: 40, End, Threads: 2);

    private readonly Weights _weights = TinyModels.Weights(11);
    private readonly ImmutableArray<int> _prompt = TinyModels.Tokens(new(2), 70);

    [Fact]
    public void ResponsesDoNotDependOnWhatIsDrawnWithThemNorOnThreads()
    {
        var draws = Enumerable.Range(0, 8).Select(index => new Draw(index < 6 ? _prompt : _prompt[..(index * 3)], (ulong)index)).ToList();
        var together = new Sampler(_weights, Options).Sample(draws, default);

        Assert.True(together.Select(drawn => drawn.Tokens.Length).Distinct().Count() > 2);
        foreach (var threads in new[] { 1, 3 })
        {
            var sampler = new Sampler(_weights, Options with { Threads = threads });
            AssertSame(together, sampler.Sample(draws, default));
            AssertSame(together, [.. draws.Select(draw => sampler.Sample([draw], default)[0])]);
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0.7, 0, 1)]
    [InlineData(1.3, 5, 0.8)]
    public void LogProbabilitiesAreThoseOfAForwardPass(double temperature, int topK, double topP)
    {
        var options = Options with { Temperature = (float)temperature, TopK = topK, TopP = (float)topP };
        var drawn = new Sampler(_weights, options).Sample([.. Enumerable.Range(0, 5).Select(index => new Draw(_prompt, (ulong)index))], default);
        var examples = drawn.Select(response => new Example([.. _prompt, .. response.Tokens], _prompt.Length)).ToList();
        var forward = new Learner(_weights, TinyModels.Options(temperature: temperature == 0 ? 1 : (float)temperature)).LogProbabilities(_weights, examples);

        foreach (var (response, expected) in drawn.Zip(forward))
        {
            TinyModels.Close(TinyModels.Doubles(expected), response.LogProbabilities.AsSpan(), 1e-4);
        }
    }

    [Fact]
    public void FirstTokensAreAsFrequentAsTheyAreProbable()
    {
        const int Count = 4000;
        var drawn = new Sampler(_weights, Options with { MaximumTokens = 1 }).Sample([.. Enumerable.Range(0, Count).Select(index => new Draw(_prompt, (ulong)index))], default);
        var counts = drawn.CountBy(response => response.Tokens[0]).ToDictionary();

        foreach (var (token, probability) in Distribution(Options.Temperature).Index())
        {
            // Five standard deviations: once in two million.
            var expected = probability * Count;
            Assert.InRange(counts.GetValueOrDefault(token), expected - (5 * Math.Sqrt(expected)) - 1, expected + (5 * Math.Sqrt(expected)) + 1);
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(0, 0.75)]
    [InlineData(4, 0.6)]
    public void OnlyTheMostProbableTokensAreDrawnWhereThatIsWanted(int topK, double topP)
    {
        const float Hot = 4;
        var options = Options with { MaximumTokens = 1, Temperature = Hot, TopK = topK, TopP = (float)topP };
        var drawn = new Sampler(_weights, options).Sample([.. Enumerable.Range(0, 2000).Select(index => new Draw(_prompt, (ulong)index))], default);

        var expected = new List<int>();
        var mass = 0.0;
        foreach (var (token, probability) in Distribution(Hot).Index().OrderByDescending(item => item.Item))
        {
            if (mass >= topP || (topK > 0 && expected.Count == topK))
            {
                break;
            }

            expected.Add(token);
            mass += probability;
        }

        Assert.InRange(expected.Count, 2, 10);
        Assert.Equal(expected.Order(), drawn.Select(response => response.Tokens[0]).Distinct().Order());
    }

    [Fact]
    public void TemperatureZeroTakesTheMostProbableWhateverTheSeed()
    {
        var drawn = new Sampler(_weights, Options with { Temperature = 0 }).Sample([new(_prompt, 1), new(_prompt, 2)], default);
        var distribution = Distribution(1);

        Assert.Equal(drawn[0].Tokens.AsEnumerable(), drawn[1].Tokens);
        Assert.Equal(Array.IndexOf(distribution, distribution.Max()), drawn[0].Tokens[0]);
    }

    [Fact]
    public void ResponsesStopAtTheEndOrAreTruncated()
    {
        var drawn = new Sampler(_weights, Options).Sample([.. Enumerable.Range(0, 60).Select(index => new Draw(_prompt, (ulong)index))], default);

        Assert.Contains(drawn, response => response.IsTruncated);
        Assert.Contains(drawn, response => !response.IsTruncated);
        Assert.All(drawn, response => Assert.Equal(!response.IsTruncated, response.Tokens[^1] == End));
        Assert.All(drawn, response => Assert.DoesNotContain(End, response.Tokens[..^1]));
        Assert.All(drawn, response => Assert.True(!response.IsTruncated || response.Tokens.Length == Options.MaximumTokens));
    }

    [Fact]
    public void ContextEndsAResponse()
    {
        var prompt = TinyModels.Tokens(new(4), 250);
        var drawn = new Sampler(_weights, Options with { End = -1 }).Sample([new(prompt, 1)], default)[0];

        Assert.Equal(TinyModels.Shape.ContextLength - prompt.Length, drawn.Tokens.Length);
        Assert.True(drawn.IsTruncated);
    }

    [Fact]
    public void WeightsAreThoseOfTheTimeWhenTheSamplerWasMade()
    {
        var sampler = new Sampler(_weights, Options);
        var before = sampler.Sample([new(_prompt, 1)], default);
        Array.Clear(_weights.Values);

        AssertSame(before, sampler.Sample([new(_prompt, 1)], default));
    }

    [Theory]
    [InlineData(0, "at least one token")]
    [InlineData(256, "no room for a response")]
    public void PromptsThatCannotBeAnsweredAreRefusedInASentence(int length, string reason)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Sampler(_weights, Options).Sample([new([.. Enumerable.Repeat(1, length)], 1)], default));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CancellationIsHeard() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new Sampler(_weights, Options).Sample([new(_prompt, 1)], new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(4, 7, 5)]
    [InlineData(8, 33, 64)]
    [InlineData(12, 20, 130)]
    public void ProductsOfFewRowsAreProducts(int rows, int depth, int columns)
    {
        var random = new Rng(6);
        var (input, matrix) = (TinyModels.Floats(random, rows * depth), TinyModels.Floats(random, depth * columns));
        var packed = new PackedMatrix(new(matrix, depth, columns));
        var output = new float[rows * packed.Columns];
        packed.Multiply(input, output, rows);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < packed.Columns; column++)
            {
                var expected = column < columns ? Enumerable.Range(0, depth).Sum(k => (double)input[(row * depth) + k] * matrix[(k * columns) + column]) : 0;
                TinyModels.Close(expected, output[(row * packed.Columns) + column], 1e-5, $"({row}, {column})");
            }
        }
    }

    /// <summary>Of the token after the prompt, from the plain equations.</summary>
    private double[] Distribution(double temperature)
    {
        var reference = new ReferenceModel(_weights.Shape, TinyModels.Doubles(_weights.Values));
        return [.. Enumerable.Range(0, TinyModels.Shape.Vocabulary).Select(token => Math.Exp(reference.LogProbabilities([.. _prompt, token], temperature)[^1]))];
    }

    private static void AssertSame(ImmutableArray<Drawn> expected, ImmutableArray<Drawn> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (first, second) in expected.Zip(actual))
        {
            Assert.Equal(first.Tokens.AsEnumerable(), second.Tokens);
            Assert.Equal(first.LogProbabilities.AsEnumerable(), second.LogProbabilities);
            Assert.Equal(first.IsTruncated, second.IsTruncated);
        }
    }
}
