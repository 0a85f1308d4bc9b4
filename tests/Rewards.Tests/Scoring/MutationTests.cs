using System.Diagnostics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Scoring;

/// <summary>
/// Corpus kernels with a few bytes changed go through everything that reads text: whatever comes of it, it is a report,
/// and it comes soon. The seed is fixed, so a failure can be run again.
/// </summary>
public sealed class MutationTests
{
    private const int UsualCount = 400;
    private const int LongCount = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Fragments =
        ["(", ")", "{", "}", "[", "]", ";", "\"", "'", "/*", "*/", "\\\n", "#", "##", "\n#pragma omp parallel for\n", "_Pragma(\"omp barrier\")", "?", ":", "*", "&", "++", "0x", "1e", "\u00e9", "for", "if", "else", "switch", "case", "goto x;", "__attribute__((", "typedef", "struct", "sizeof"];

    [Fact]
    public void MutatedKernelsAreReportedOn()
    {
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value!;
        var files = Directory.EnumerateFiles(Repository.PathOf("corpus/matmul"), "*.c", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var random = new Random(1);
        var count = Environment.GetEnvironmentVariable("HPCVERIFY_LONG") == "1" ? LongCount : UsualCount;
        for (var round = 0; round < count; round++)
        {
            var bytes = Mutate(File.ReadAllBytes(files[random.Next(files.Count)]), random);
            var watch = Stopwatch.StartNew();

            var report = StaticAnalysis.Run("mutant.c", bytes, task, FrontEndForTests.FrontEnd);

            Assert.True(report.Tree is not null || report.Failure is not null, $"round {round} says nothing");
            if (report.Tree is { } tree)
            {
                Assert.NotEmpty(KernelPrinter.Print(Lowering.Lower(tree).Value));
            }

            Assert.True(watch.Elapsed < Patience, $"round {round} took {watch.Elapsed}");
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var text = bytes.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(4))
            {
                case 0:
                    text.RemoveRange(at, Math.Min(random.Next(1, 20), text.Count - at));
                    break;
                case 1:
                    text.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                case 2:
                    text.InsertRange(random.Next(text.Count), text.GetRange(at, Math.Min(random.Next(1, 60), text.Count - at)));
                    break;
                default:
                    text[at] = (byte)random.Next(32, 127);
                    break;
            }

            if (text.Count == 0)
            {
                text.Add((byte)' ');
            }
        }

        return [.. text];
    }
}
