using System.Collections.Concurrent;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Tests.Bounded;
using HpcVerify.Verifier.Tests.Parametric;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>
/// What is claimed for all sizes of every sample of the corpus whose entry has the right type. The golden lists it; that a
/// right kernel is never refuted does not depend on any golden.
/// </summary>
public sealed class CorpusAllSizesTests
{
    private const string Folder = "tests/Verifier.Tests/Fixtures/AllSizes/Corpus";

    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Repository.PathOf("corpus"))];

    [Theory, MemberData(nameof(Tasks))]
    public void ClaimsAreAsRecorded(string task)
    {
        var lines = Lines(task);
        Assert.DoesNotContain(lines, line => line.StartsWith("accept/", StringComparison.Ordinal) && line.Contains("refuted", StringComparison.Ordinal));
        Golden.ShouldBe($"{Folder}/{task}.txt", string.Join('\n', lines) + "\n");
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

    private static string? LineOf(string task, string path)
    {
        var source = Fixture.Read(path).Source;
        if (FrontEndForTests.Parse(source).Value is { Errors: not [] } || CorpusVerification.RequestOf(task, source) is not { } request)
        {
            return null;
        }

        var claims = AllSizesVerification.Verify(request, AllSizesOptions.Usual, CancellationToken.None).Claims;
        var verdicts = claims.GroupBy(ClaimWords.Of).Select(group => $"{string.Join(' ', group.Select(ClaimWords.Name))} {group.Key}");
        return $"{string.Join('/', path.Split('/')[^2..])}: {string.Join("; ", verdicts)}";
    }
}
