using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Scoring;

/// <summary>The seconds of timed runs, without the warm-up: of the kernel, of the baseline and the reference in turn with it, and of the gauge.</summary>
/// <param name="Baseline">Empty where there is none.</param>
/// <param name="Naive">Of the reference, beside the first runs.</param>
/// <param name="Gauge">Between the runs of the others, so one more than they have; empty where drift is not looked for.</param>
public sealed record TimedSeries(ImmutableArray<double> Candidate, ImmutableArray<double> Baseline, ImmutableArray<double> Naive, ImmutableArray<double> Gauge)
{
    /// <summary>One speed of all runs, as the profile has it.</summary>
    public Measurement Summarise(KernelTask task, TimingProfile timing)
    {
        var seconds = Middle(Candidate, timing);
        var (work, traffic) = (task.WorkAt(task.ScoredSizes), task.TrafficAt(task.ScoredSizes));
        return new(work / seconds / 1e9, Ratio(timing), Candidate)
        {
            Gbps = traffic / seconds / 1e9,
            Metric = task.Metric,
            NaiveSpeed = (task.Metric == Metric.Gbps ? traffic : work) / Middle(Naive, timing) / 1e9,
            Timing = timing,
            Spread = SpreadOf(Candidate),
            Drift = DriftOf(Gauge),
        };
    }

    /// <summary>The mean of two where there is no middle one.</summary>
    public static double Median(ImmutableArray<double> values) => Quantile(values, 0.5);

    /// <summary>The distance between the quartiles, as a part of the median.</summary>
    public static double SpreadOf(ImmutableArray<double> values) => (Quantile(values, 0.75) - Quantile(values, 0.25)) / Median(values);

    /// <summary>By what part the later half of the same work took longer than the earlier; null for too little to have halves.</summary>
    public static double? DriftOf(ImmutableArray<double> values) =>
        values.Length < 4 ? null : (Median([.. values.TakeLast(values.Length / 2)]) / Median([.. values.Take(values.Length / 2)])) - 1;

    /// <summary>Neighbours saw the same machine: their ratios are taken before the median, and of the means where the paper does so.</summary>
    private double? Ratio(TimingProfile timing) =>
        Baseline.IsEmpty ? null
        : timing == TimingProfile.Paper ? Baseline.Average() / Candidate.Average()
        : Median([.. Baseline.Zip(Candidate, (baseline, candidate) => baseline / candidate)]);

    private static double Middle(ImmutableArray<double> values, TimingProfile timing) => timing == TimingProfile.Paper ? values.Average() : Median(values);

    /// <summary>Between the two nearest values in proportion.</summary>
    private static double Quantile(ImmutableArray<double> values, double part)
    {
        var sorted = values.Sort();
        var place = part * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
