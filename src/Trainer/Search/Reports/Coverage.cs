using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Search.Reports;

/// <summary>One cell of the map: a stage, and which of the five techniques of Table I a kernel uses.</summary>
/// <param name="Techniques">In the order of Table I.</param>
public sealed record Cell(int Stage, ImmutableArray<string> Techniques)
{
    /// <summary>The five techniques, in the order in which stages allow them.</summary>
    public static ImmutableArray<string> Known { get; } = Stage6.Allowed;

    private static Stage Stage6 => Detectors.Techniques.Stage.All[^1];

    /// <summary>The vector of techniques: <c>11000</c> is register and cache blocking.</summary>
    public string Vector => string.Concat(Known.Select(technique => Techniques.Contains(technique) ? '1' : '0'));

    public static Cell Of(Kernel kernel) => new(kernel.Group.Stage, [.. Known.Where(kernel.Sample.Techniques.Contains)]);

    public bool Equals(Cell? other) => other is not null && Stage == other.Stage && Vector == other.Vector;

    public override int GetHashCode() => HashCode.Combine(Stage, Vector);
}

/// <summary>
/// What a search has found, as a map: the fastest right kernel of each cell, with the figures of quality-diversity search (Pugh, Soros and Stanley, "Quality
/// Diversity: A New Frontier for Evolutionary Computation", 2016). No failure is in it, so that no performance is negative and none needs an offset.
/// </summary>
/// <param name="Possible">Cells that stages allow: a stage forbids up to three of the techniques.</param>
public sealed record Coverage(ImmutableDictionary<Cell, Kernel> Elites, int Possible)
{
    /// <summary>The part of the possible cells that has a kernel.</summary>
    public double Filled => (double)Elites.Count / Possible;

    /// <summary>The sum of the performance of all elites.</summary>
    public double QdScore => Elites.Values.Sum(PerformanceOf);

    /// <summary>The same divided by the possible cells.</summary>
    public double NormalizedQdScore => QdScore / Possible;

    public double Best => Elites.Values.Select(PerformanceOf).DefaultIfEmpty(0).Max();

    public double Mean => Elites.IsEmpty ? 0 : QdScore / Elites.Count;

    /// <summary>The map of these kernels; of two that are equally fast the older one stays.</summary>
    public static Coverage Of(IEnumerable<Kernel> kernels, SearchOptions options) => new(
        kernels.Where(kernel => kernel.Outcome is { Level: Level.Ok, Performance: not null })
            .GroupBy(Cell.Of)
            .ToImmutableDictionary(cell => cell.Key, cell => cell.OrderByDescending(PerformanceOf).ThenBy(kernel => kernel.Id).First()),
        Stage.All.Where(stage => stage.Number >= options.FirstStage && stage.Number <= options.LastStage).Sum(stage => 1 << (Cell.Known.Length - stage.Forbidden.Length)));

    /// <summary>A table with a row for each vector of techniques that was found, and a column for each stage.</summary>
    public string Print()
    {
        const int First = 60, Column = 10;
        var text = new StringBuilder("techniques".PadRight(First));
        foreach (var stage in Stage.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{"stage " + stage.Number,Column}");
        }

        foreach (var row in Elites.GroupBy(elite => elite.Key.Vector).OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            var name = row.First().Key.Techniques is { IsEmpty: false } techniques ? string.Join(' ', techniques) : "none";
            text.AppendLine().Append(name.PadRight(First));
            foreach (var stage in Stage.All)
            {
                var elite = row.Where(elite => elite.Key.Stage == stage.Number).Select(elite => elite.Value).SingleOrDefault();
                text.Append(elite is null ? "-".PadLeft(Column) : string.Create(CultureInfo.InvariantCulture, $"{PerformanceOf(elite),Column:0.###}"));
            }
        }

        return text.AppendLine().ToString();
    }

    private static double PerformanceOf(Kernel kernel) => kernel.Outcome!.Performance!.Value;
}
