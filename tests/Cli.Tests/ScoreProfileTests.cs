using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>score --profile</c>, <c>--weights</c> and <c>--group</c>: who is paid what, and what cannot be asked.</summary>
public sealed class ScoreProfileTests : IDisposable
{
    private static readonly string Right = Repository.PathOf("corpus/axpy/accept/scalar.c");
    private static readonly string Forbidden = Repository.PathOf("corpus/axpy/reject/calls_cblas_daxpy.c");
    private static readonly string Threaded = Repository.PathOf("corpus/matmul-paper/accept/fig14_array_of_sums.c");

    private readonly string _weights = Path.Combine(Path.GetTempPath(), $"hpcverify-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_weights);

    [Fact]
    public void TheFastestOfAGroupHasAHundred() => Assert.Equal([100.0, -100], Rewards("--profile", "paper-sqd", "--group", Right, Forbidden));

    [Theory]
    [InlineData("log-speedup", -10)]
    [InlineData("unit", 0)]
    [InlineData("raw", -100)]
    public void TrainersHaveScalesOfTheirOwn(string profile, double reward) => Assert.Equal([reward], Rewards("--profile", profile, Forbidden));

    [Fact]
    public void AStagesPriceIsTheOneOfTheWeights()
    {
        File.WriteAllText(_weights, """{ "penalties": { "stage": -60 } }""");

        Assert.Equal([-60.0], Rewards("--profile", "paper-sqd", "--group", "--stage", "3", "--weights", _weights, Threaded));
        Assert.Equal([-100.0], Rewards("--profile", "paper", "--stage", "3", "--weights", _weights, Threaded));
    }

    [Fact]
    public void APartOfAGroupHasNoScores()
    {
        var (code, output, errors) = Run("score", "--profile", "paper-sqd", Right);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("--group", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AGroupHasOneTask()
    {
        var (code, _, errors) = Run("score", "--profile", "paper-sqd", "--group", Right, Threaded);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("a group has one task", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsThatPayForFailuresAreRefused()
    {
        File.WriteAllText(_weights, """{ "penalties": { "verification": 5 } }""");

        var (code, _, errors) = Run("score", "--profile", "verified", "--weights", _weights, Right);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("'penalties' are below 0", errors, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Rewards(params string[] arguments)
    {
        using var document = JsonDocument.Parse(Run(["score", "--format", "json", .. arguments]).Output);
        return [.. document.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("reward").GetDouble())];
    }

    private static (ExitCode Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (CommandLine.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
