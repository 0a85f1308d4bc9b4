using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Training;

/// <summary>How many samples stand on each rung: what a base model can do before any reward.</summary>
/// <param name="Unscored">Of which nothing is known; they are in no share.</param>
public sealed record RungShares(ImmutableSortedDictionary<Level, int> Counts, int Unscored)
{
    public int Scored => Counts.Values.Sum();

    /// <summary>The part that compiles, ends and is right; 0 where nothing was scored.</summary>
    public double Right => ShareOf(Level.Ok);

    public static RungShares Of(IEnumerable<Outcome> outcomes)
    {
        Level?[] levels = [.. outcomes.Select(outcome => outcome.Level)];
        return new(Enum.GetValues<Level>().ToImmutableSortedDictionary(level => level, level => levels.Count(other => other == level)), levels.Count(level => level is null));
    }

    public double ShareOf(Level level) => Scored == 0 ? 0 : Counts[level] / (double)Scored;

    /// <summary>A line for each rung, worst first.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        foreach (var (level, count) in Counts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{level.ToString().ToLowerInvariant(),-12}  {count,5}  {100 * ShareOf(level),5:0.0} %");
        }

        return text.AppendLine(CultureInfo.InvariantCulture, $"{"unscored",-12}  {Unscored,5}").ToString();
    }
}
