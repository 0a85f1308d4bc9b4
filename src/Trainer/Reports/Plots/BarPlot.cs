using System.Collections.Immutable;

namespace HpcVerify.Trainer.Reports.Plots;

/// <summary>A bar for each of several settings, as high as the mean of its runs, which are dots.</summary>
public static class BarPlot
{
    private const double PartOfRoom = 0.6;

    public static string Write(string title, string yName, IReadOnlyList<(string Name, ImmutableArray<double> Values)> bars)
    {
        var y = PlotScale.Of(bars.SelectMany(bar => bar.Values).Append(0), PlotFrame.Bottom, PlotFrame.Top);
        var frame = new PlotFrame(title, "", yName, null, y);
        var room = (PlotFrame.Right - PlotFrame.Left) / Math.Max(1, bars.Count);
        foreach (var (index, (name, values)) in bars.Index())
        {
            var (middle, colour) = (PlotFrame.Left + ((index + 0.5) * room), PlotFrame.Colour(index));
            if (values.Length > 0)
            {
                var (zero, mean) = (y.At(0), y.At(values.Average()));
                frame.Drawing.Rectangle(middle - (PartOfRoom * room / 2), Math.Min(zero, mean), PartOfRoom * room, Math.Abs(zero - mean), $"fill=\"{colour}\" fill-opacity=\"0.5\"");
            }

            foreach (var value in values)
            {
                frame.Drawing.Circle(middle, y.At(value), 3, "fill=\"black\"");
            }

            frame.Drawing.Text(middle, PlotFrame.Bottom + 18, $"{index + 1}", "middle");
            frame.Explain($"{index + 1}: {name}", colour, false);
        }

        return frame.ToString();
    }
}
