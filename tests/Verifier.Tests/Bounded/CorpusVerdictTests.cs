using System.Collections.Concurrent;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>
/// What bounded verification says of every sample of the corpus whose entry has the right type, at fewer sizes than usual.
/// The golden lists it; that a right kernel is never refuted does not depend on any golden.
/// </summary>
public sealed class CorpusVerdictTests
{
    private static readonly BoundedOptions Few = BoundedOptions.Default with
    {
        Sizes = SizePlanOptions.Default with { Edge = 4, MaximumCube = 150, Budget = 600_000, LeastSizes = 1 },
        Teams = [1, 3],
        LargestTeam = 4,
        TotalSteps = 300_000,
    };

    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Repository.PathOf("corpus"))];

    [Theory, MemberData(nameof(Tasks))]
    public void VerdictsAreAsRecorded(string task)
    {
        var golden = Repository.PathOf($"tests/Verifier.Tests/Fixtures/Verdicts/{task}.txt");
        var actual = Lines(task);
        Assert.DoesNotContain(actual, line => line.StartsWith("accept/", StringComparison.Ordinal) && line.Contains(": refuted", StringComparison.Ordinal));
        if (Repository.UpdatesGolden)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllLines(golden, actual);
        }

        Assert.Equal(File.ReadAllLines(golden), actual);
    }

    private static List<string> Lines(string task)
    {
        var lines = new ConcurrentBag<string>();
        var files = Fixture.In($"corpus/{task}/accept").Concat(Fixture.In($"corpus/{task}/reject")).Select(row => (string)row[0]);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, path =>
        {
            if (LineOf(task, path) is { } line)
            {
                lines.Add(line);
            }
        });
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Null for files that are no kernel of the task's type: what they are is <c>check</c>'s to say.</summary>
    private static string? LineOf(string task, string path)
    {
        var source = Fixture.Read(path).Source;
        if (FrontEndForTests.Parse(source).Value is { Errors: not [] } || CorpusVerification.RequestOf(task, source) is not { } request)
        {
            return null;
        }

        var claims = BoundedVerification.Verify(request, Few, CancellationToken.None).Claims;
        var worst = claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted) ?? claims.FirstOrDefault(claim => claim.Verdict is not Verdict.Proved);
        var words = worst is null ? "proved" : $"{worst.Verdict.GetType().Name} {worst.Property}".ToLowerInvariant();
        return $"{string.Join('/', path.Split('/')[^2..])}: {words}";
    }
}
