using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model.Training;

/// <summary>Which examples each thread reads: the longest first, each to the thread that has least to do, and within a thread in their order.</summary>
internal static class Shares
{
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<Example> examples, int threads)
    {
        var (shares, tokens) = (Enumerable.Range(0, threads).Select(_ => new List<int>()).ToArray(), new long[threads]);
        foreach (var example in Enumerable.Range(0, examples.Count).OrderByDescending(index => examples[index].InputLength).ThenBy(index => index))
        {
            var least = Array.IndexOf(tokens, tokens.Min());
            shares[least].Add(example);
            tokens[least] += examples[example].InputLength;
        }

        return [.. shares.Select(share => share.Order().ToImmutableArray())];
    }
}
