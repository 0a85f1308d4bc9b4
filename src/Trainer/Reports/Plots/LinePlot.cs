using System.Collections.Immutable;

namespace HpcVerify.Trainer.Reports.Plots;

/// <summary>A place of a line, with the range of what it stands for.</summary>
public sealed record PlotPoint(double X, double Y, double Low, double High);

/// <summary>A line with a band.</summary>
public sealed record PlotSeries(string Name, ImmutableArray<PlotPoint> Points, int Colour, bool IsDashed);

/// <summary>Lines over steps, each with a band from the least to the greatest of its runs.</summary>
public static class LinePlot
{
    public static string Write(string title, string xName, string yName, IReadOnlyList<PlotSeries> series)
    {
        var points = series.SelectMany(line => line.Points).ToList();
        var x = PlotScale.Of(points.Select(point => point.X), PlotFrame.Left, PlotFrame.Right);
        var y = PlotScale.Of(points.SelectMany(point => (double[])[point.Low, point.High, point.Y]), PlotFrame.Bottom, PlotFrame.Top);
        var frame = new PlotFrame(title, xName, yName, x, y);
        foreach (var line in series.Where(line => line.Points.Length > 0))
        {
            var colour = PlotFrame.Colour(line.Colour);
            if (line.Points.Any(point => point.High > point.Low))
            {
                var band = line.Points.Select(point => (x.At(point.X), y.At(point.High))).Concat(line.Points.Reverse().Select(point => (x.At(point.X), y.At(point.Low))));
                frame.Drawing.Path(band, true, $"fill=\"{colour}\" fill-opacity=\"0.15\"");
            }

            frame.Drawing.Path(line.Points.Select(point => (x.At(point.X), y.At(point.Y))), false, $"fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{PlotFrame.Dashes(line.IsDashed)}");
            if (line.Points is [var only])
            {
                frame.Drawing.Circle(x.At(only.X), y.At(only.Y), 3, $"fill=\"{colour}\"");
            }

            frame.Explain(line.Name, colour, line.IsDashed);
        }

        return frame.ToString();
    }
}
