using System.Globalization;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.Tests.Parametric;

/// <summary>What can be extracted from the accepted kernels of the corpus, and that it is true at sizes that can be counted out.</summary>
public sealed class CorpusExtractionTests
{
    private const string Record = "tests/Verifier.Tests/Fixtures/Accesses/corpus.txt";
    private const long Operations = 20_000_000;
    private const int Threads = 3;

    private static readonly long[] Numbers = [1, 5];

    /// <summary>One line for each kernel: how many accesses, how many of them exact, and what was not understood.</summary>
    [Fact]
    public void CoverageIsAsRecorded()
    {
        var tasks = CorpusExtraction.Paths.Select(path => path.Split('/')[0]).Distinct().ToDictionary(name => name, CorpusExtraction.TaskOf);
        var kernels = CorpusExtraction.Paths.Select(path => (Path: path, Kernel: CorpusExtraction.Read(path, tasks[path.Split('/')[0]]))).ToList();
        var found = kernels.Where(item => item.Kernel is not null).Select(item => item.Kernel!.Extraction).ToList();
        var complete = found.Count(extraction => extraction.IsComplete);
        var exact = found.Count(extraction => extraction.IsComplete && extraction.Accesses.All(access => access.IsExact));
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{kernels.Count} kernels: {exact} exact, {complete - exact} complete but over-approximated, {kernels.Count - complete} with gaps"),
            .. kernels.Select(item => $"{item.Path}: {Summary(item.Kernel?.Extraction)}"),
        ];

        Golden.ShouldBe(Record, string.Join('\n', lines) + "\n");
    }

    private static string Summary(Extraction? extraction) => extraction is null ? "no such function" : string.Create(
        CultureInfo.InvariantCulture,
        $"{extraction.Accesses.Length} accesses, {extraction.Accesses.Count(access => access.IsExact)} exact{string.Concat(extraction.Gaps.Select(gap => gap.Reason).Distinct().Select(reason => $"; {reason}"))}");

    public static IEnumerable<object[]> Names => CorpusExtraction.Paths.Select(path => path.Split('/')[0]).Distinct().Select(name => new object[] { name });

    /// <summary>Accepted kernels are known to be in bounds, and to write all of their outputs: so must what was extracted.</summary>
    [Theory, MemberData(nameof(Names))]
    public void ExactAccessesAreInBoundsAndOutputsAreCovered(string name)
    {
        var task = CorpusExtraction.TaskOf(name);
        var wrong = new List<string>();
        foreach (var path in CorpusExtraction.Paths.Where(path => path.StartsWith(name + "/", StringComparison.Ordinal)))
        {
            if (CorpusExtraction.Read(path, task) is { Extraction.IsComplete: true } kernel)
            {
                wrong.AddRange(Numbers.Select(task.AllSizes).Where(task.Allows).SelectMany(sizes => new ConcreteAccesses(kernel, sizes, Threads).Mistakes(Operations)));
            }
        }

        Assert.Empty(wrong);
    }
}
