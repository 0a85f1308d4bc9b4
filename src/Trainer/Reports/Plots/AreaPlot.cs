using System.Collections.Immutable;

namespace HpcVerify.Trainer.Reports.Plots;

/// <summary>Shares that add up to one, stacked over steps.</summary>
public static class AreaPlot
{
    /// <param name="layers">From the bottom: a name, and a share for each of <paramref name="steps"/>.</param>
    public static string Write(string title, string xName, ImmutableArray<double> steps, IReadOnlyList<(string Name, ImmutableArray<double> Shares)> layers)
    {
        var x = PlotScale.Of(steps, PlotFrame.Left, PlotFrame.Right);
        var y = new PlotScale(0, 1, PlotFrame.Bottom, PlotFrame.Top);
        var frame = new PlotFrame(title, xName, "share of samples", x, y);
        var floor = new double[steps.Length];
        foreach (var (index, (name, shares)) in layers.Index())
        {
            double[] ceiling = [.. floor.Zip(shares, (low, share) => low + share)];
            var outline = steps.Select((step, place) => (x.At(step), y.At(ceiling[place]))).Concat(steps.Select((step, place) => (x.At(step), y.At(floor[place]))).Reverse());
            frame.Drawing.Path(outline, true, $"fill=\"{PlotFrame.Colour(index)}\" fill-opacity=\"0.8\"");
            frame.Explain(name, PlotFrame.Colour(index), false);
            floor = ceiling;
        }

        return frame.ToString();
    }
}
