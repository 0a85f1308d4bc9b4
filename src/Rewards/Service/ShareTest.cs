namespace HpcVerify.Rewards.Service;

/// <summary>Fisher's exact test of whether two shares differ: no approximation, so that rare outcomes and small samples are as good as any.</summary>
public static class ShareTest
{
    /// <summary>
    /// How likely a division of the hits at least as uneven as this one would be, if both samples were drawn from the same: twice the smaller
    /// tail of the hypergeometric distribution, and 1 at most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More hits than there are in a sample, or fewer than none.</exception>
    public static double Probability(int hits, int of, int otherHits, int ofOther)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(otherHits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, of);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(otherHits, ofOther);
        var (all, marked) = (of + ofOther, hits + otherHits);
        var (least, most) = (Math.Max(0, marked - ofOther), Math.Min(of, marked));
        var logarithms = LogFactorials(all);
        double Weight(int found) => Math.Exp(
            Choose(logarithms, of, found) + Choose(logarithms, ofOther, marked - found) - Choose(logarithms, all, marked));
        var atMost = Enumerable.Range(least, hits - least + 1).Sum(Weight);
        var atLeast = Enumerable.Range(hits, most - hits + 1).Sum(Weight);
        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }

    private static double Choose(double[] logarithms, int all, int some) => logarithms[all] - logarithms[some] - logarithms[all - some];

    private static double[] LogFactorials(int most)
    {
        var logarithms = new double[most + 1];
        for (var number = 2; number <= most; number++)
        {
            logarithms[number] = logarithms[number - 1] + Math.Log(number);
        }

        return logarithms;
    }
}
