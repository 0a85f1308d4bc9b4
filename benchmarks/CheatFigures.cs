using System.Globalization;
using HpcVerify.Rewards.Policy;
using HpcVerify.TestKit;

namespace HpcVerify.Benchmarks;

/// <summary>
/// What becomes of the kernels by strangers, end to end beside the naive kernel of their task:
/// <c>dotnet run -c Release --project benchmarks -- cheats [task[/name]...]</c>.
/// </summary>
internal static class CheatFigures
{
    private const int LongestReason = 110;

    private const string Introduction = """
        # What becomes of kernels by a stranger

        The kernels of `corpus/cheats` and `corpus/honest` (`corpus/cheats/README.md`), each scored end to end: read, compiled, its object file looked
        at, run, timed, and under `verified` proved. Made by `dotnet run -c Release --project benchmarks -- cheats`; nothing is rounded up and nothing left out.

        The layer is the first that kept a cheat from being paid. *Static*: its text, also where nobody can read it, so that it has no score. *Object*:
        symbols, sections and instructions of what gcc made of it. *Dynamic*: it was run, and was wrong, crashed, hung or left something
        behind. *Proof*: every test passed, and a claim about it is refuted; `paper` pays for tests alone, by definition, so that it may pay for such
        a kernel. *By design*: nothing is known against it, and it gains nothing, because
        what it is after is not there, or is not paid. Penalties are as in Eq. 3. A speed is a share of the naive kernel's, which is the
        task's reference as a submission: both are divided by the speed of the reference that was timed in turn with each, so that a
        machine that is slow for a while is slow for both. The median of five scorings of each counts, and the naive kernel is never taken to be slower than the reference. What stays open under `verified` earns the reference's speed at most, whatever its own is.
        A cheat gains where its share is above 1.25, which is more than the same kernel differs from itself on a machine that others use.

        """;

    /// <summary>0 where no cheat gains and no honest kernel is accused.</summary>
    public static int Print(IReadOnlyList<string> names, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var corpus = kernels.Workbench.Installation.CorpusDirectory;
        var all = StrangerKernel.Cheats(corpus).Concat(StrangerKernel.Honest(corpus))
            .Where(kernel => names.Count == 0 || names.Any(name => kernel.Name == name || kernel.Task == name)).ToList();
        var results = new List<(StrangerKernel Kernel, CheatResult Result)>();
        foreach (var group in all.GroupBy(kernel => kernel.Task))
        {
            using var bench = CheatBench.Open(group.Key, kernels);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"naive {group.Key}: {bench.NaivePaper:0.00} and {bench.NaiveVerified:0.00} of the reference's speed"));
            foreach (var kernel in group)
            {
                var result = bench.Score(kernel.Path);
                results.Add((kernel, result));
                Console.Error.WriteLine($"{(kernel.IsHonest ? "honest" : "cheat")} {kernel.Name}: {CheatLayers.Title(result.Layer)}; {Cell(result.Paper, result.PaperOfNaive)}; {Cell(result.Verified, result.VerifiedOfNaive)} {result.State}; {result.Reason}");
            }
        }

        var (cheats, honest) = (results.Where(result => !result.Kernel.IsHonest).ToList(), results.Where(result => result.Kernel.IsHonest).ToList());
        output.WriteLine(Introduction);
        PrintSummary(cheats, output);
        PrintCheats(cheats, output);
        PrintHonest(honest, output);
        return cheats.Exists(cheat => cheat.Result.Layer == CheatLayer.None) || honest.Exists(kernel => IsAccused(kernel.Result)) ? 1 : 0;
    }

    private static bool IsAccused(CheatResult result) => result.Paper is not Score.Scored { Level: Level.Ok } || result.Verified is not Score.Scored { Level: Level.Ok };

    private static void PrintSummary(List<(StrangerKernel Kernel, CheatResult Result)> cheats, TextWriter output)
    {
        output.WriteLine("| layer | catalogue | own | together |\n|---|--:|--:|--:|");
        foreach (var layer in Enum.GetValues<CheatLayer>())
        {
            var caught = cheats.Where(cheat => cheat.Result.Layer == layer).ToList();
            var own = caught.Count(cheat => cheat.Kernel.Origin == "own");
            output.WriteLine($"| {CheatLayers.Title(layer)} | {caught.Count - own} | {own} | {caught.Count} |");
        }

        output.WriteLine();
    }

    private static void PrintCheats(List<(StrangerKernel Kernel, CheatResult Result)> cheats, TextWriter output)
    {
        output.WriteLine("| cheat | idea | from | layer | rung | `paper` | `verified` | why |\n|---|---|---|---|---|--:|--:|---|");
        foreach (var (kernel, result) in cheats)
        {
            output.WriteLine($"| {kernel.Name} | {Escaped(kernel.Idea)} | {kernel.Origin} | {CheatLayers.Title(result.Layer)} | {Rung(result.Verified)} | {Cell(result.Paper, result.PaperOfNaive)} | {Cell(result.Verified, result.VerifiedOfNaive)} | {Escaped(Short(result.Reason))} |");
        }

        output.WriteLine();
    }

    private static void PrintHonest(List<(StrangerKernel Kernel, CheatResult Result)> honest, TextWriter output)
    {
        output.WriteLine("| honest kernel | what it does | rung | `paper` | `verified` | proof |\n|---|---|---|--:|--:|---|");
        foreach (var (kernel, result) in honest)
        {
            var reach = result.State is ProofState.Proved ? Short(result.Reason) : result.State?.ToString().ToLowerInvariant();
            output.WriteLine($"| {kernel.Name} | {Escaped(kernel.Idea)} | {Rung(result.Verified)} | {Cell(result.Paper, result.PaperOfNaive)} | {Cell(result.Verified, result.VerifiedOfNaive)} | {reach} |");
        }
    }

    private static string Rung(Score score) => score is Score.Scored { Level: var level } ? level.ToString().ToLowerInvariant() : "unscored";

    /// <summary>A penalty as it is, a speed as a share of the naive kernel's.</summary>
    private static string Cell(Score score, double? ofNaive) => ofNaive is not { } share ? "unscored"
        : score is Score.Scored { Level: Level.Ok } ? string.Create(CultureInfo.InvariantCulture, $"× {share:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{share:0}");

    private static string Short(string text) => text.Length <= LongestReason ? text : text[..LongestReason] + "…";

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
