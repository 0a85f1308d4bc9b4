using System.Xml.Linq;
using HpcVerify.Trainer.Reports.Plots;
using HpcVerify.Trainer.Reports.Runs;

namespace HpcVerify.Trainer.Tests.Reports;

public sealed class PlotTests
{
    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(3, 97, "0 20 40 60 80 100")]
    [InlineData(-100, 73, "-100 -50 0 50 100")]
    [InlineData(5, 5, "4 4.5 5 5.5 6")]
    public void AxesEndAtRoundNumbers(double low, double high, string ticks)
    {
        var scale = PlotScale.Of([low, high], 0, 100);

        Assert.Equal(ticks, string.Join(' ', scale.Ticks.Select(PlotScale.Name)));
        Assert.Equal((0, 100), (scale.At(scale.Low), scale.At(scale.High)));
    }

    [Fact]
    public void ALinePlotHasALineAndABandForEachSeries()
    {
        var plot = XDocument.Parse(LinePlot.Write("A < B", "step", "GFLOPS",
        [
            new("one", [new(1, 2, 1, 3), new(2, 4, 2, 6)], 0, false),
            new("two & more", [new(1, 1, 1, 1), new(2, 3, 3, 3)], 1, true),
        ]));
        var paths = plot.Descendants().Where(element => element.Name.LocalName == "path").ToList();

        Assert.Equal(3, paths.Count);
        Assert.Single(paths, path => path.Attribute("stroke-dasharray") is not null);
        Assert.Single(paths, path => path.Attribute("fill-opacity") is not null);
        Assert.All(["A < B", "step", "GFLOPS", "one", "two & more"], word => Assert.Contains(plot.Descendants(), element => element.Value == word && !element.HasElements));
    }

    [Fact]
    public void AreasAreStackedUpToOne()
    {
        var plot = XDocument.Parse(AreaPlot.Write("shares", "iteration", [1, 2], [("ok", [0.25, 0.5]), ("compile", [0.75, 0.5])]));
        var top = plot.Descendants().Last(element => element.Name.LocalName == "path").Attribute("d")!.Value;

        Assert.StartsWith($"M{PlotFrame.Left:0} {PlotFrame.Top:0} L", top, StringComparison.Ordinal);
    }

    [Fact]
    public void ABarIsAsHighAsTheMeanOfItsRuns()
    {
        var plot = XDocument.Parse(BarPlot.Write("best", "GFLOPS", [("without", [1, 3]), ("with", [4])]));
        double[] heights = [.. plot.Descendants().Where(element => element.Attribute("fill-opacity") is not null).Select(bar => (double)bar.Attribute("height")!)];

        Assert.Equal(2, heights[1] / heights[0], 2);
        Assert.Equal(3, plot.Descendants().Count(element => element.Name.LocalName == "circle"));
    }

    /// <summary>Of 1, 2 and 3: mean 2, deviation 1, t = 4.303, so that half the interval is 4.303 / √3 = 2.48.</summary>
    [Fact]
    public void IntervalsAreStudents()
    {
        Assert.Equal("-0.48 to 4.48", RunTables.Interval([1, 2, 3]));
        Assert.Equal("-", RunTables.Interval([1]));
    }
}
