using System.Collections.Immutable;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Search;

/// <summary>Scores the samples of an archive once more, on other hardware: new scores beside the old ones.</summary>
public static class Rescoring
{
    /// <summary>
    /// Scores whole groups, in order, and records each; groups that have scores on that hardware are left out, so that it can be broken off and gone on
    /// with. What is unscored is recorded as nothing, to be tried again the next time.
    /// </summary>
    /// <returns>How many samples were scored, and how many could not be.</returns>
    /// <exception cref="OperationCanceledException">The caller has given up; what was recorded stays.</exception>
    public static async Task<(int Scored, int Unscored)> Run(SearchArchive archive, IScorer scorer, Action<int, int> report, CancellationToken cancellation)
    {
        var options = archive.Run!.Options;
        var groups = archive.Kernels(scorer.Hardware).GroupBy(kernel => kernel.Group).Where(group => group.Any(kernel => kernel.Outcome is null)).ToList();
        var (scored, unscored) = (0, 0);
        foreach (var (done, group) in groups.Index())
        {
            report(done, groups.Count);
            var outcomes = await scorer.Score(new(options.Task, group.Key.Stage, [.. group.Select(kernel => kernel.Sample.Completion.Text)], options.DataSeed), cancellation);
            if (outcomes.Any(outcome => outcome.Level is null))
            {
                unscored += outcomes.Length;
                continue;
            }

            archive.Record(scorer.Hardware, [.. group.Zip(outcomes, (kernel, outcome) => (kernel.Id, outcome))]);
            scored += outcomes.Length;
        }

        return (scored, unscored);
    }
}
