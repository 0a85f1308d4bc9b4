namespace HpcVerify.Trainer.Reports.Plots;

/// <summary>What stands around every plot: title, axes with names and numbers, and a legend at the right.</summary>
internal sealed class PlotFrame
{
    public const double Left = 70, Top = 40, Right = 590, Bottom = 360;
    private const int Width = 860, Height = 410;
    private const double LegendLeft = 606, LegendLine = 20, TickLength = 4;
    private const string Grid = "stroke=\"#dddddd\"", Axis = "stroke=\"black\"";

    private static readonly string[] Palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#999999"];

    private int _legend;

    public PlotFrame(string title, string xName, string yName, PlotScale? x, PlotScale y)
    {
        Drawing.Text((Left + Right) / 2, Top / 2, title, "middle", "font-size=\"15\"");
        Drawing.Text((Left + Right) / 2, Height - 12, xName, "middle");
        Drawing.VerticalText(18, (Top + Bottom) / 2, yName);
        foreach (var tick in y.Ticks)
        {
            Drawing.Line(Left, y.At(tick), Right, y.At(tick), Grid);
            Drawing.Text(Left - (2 * TickLength), y.At(tick) + TickLength, PlotScale.Name(tick), "end");
        }

        foreach (var tick in x?.Ticks ?? [])
        {
            Drawing.Line(x!.At(tick), Bottom, x.At(tick), Bottom + TickLength, Axis);
            Drawing.Text(x.At(tick), Bottom + 18, PlotScale.Name(tick), "middle");
        }

        Drawing.Line(Left, Bottom, Right, Bottom, Axis);
        Drawing.Line(Left, Top, Left, Bottom, Axis);
    }

    public SvgDrawing Drawing { get; } = new(Width, Height);

    /// <summary>Colours that people who see few of them tell apart (Okabe and Ito).</summary>
    public static string Colour(int index) => Palette[index % Palette.Length];

    /// <summary>Adds a line to the legend.</summary>
    public void Explain(string name, string colour, bool isDashed)
    {
        var y = Top + (LegendLine * _legend++);
        Drawing.Line(LegendLeft, y, LegendLeft + 24, y, $"stroke=\"{colour}\" stroke-width=\"3\"{Dashes(isDashed)}");
        Drawing.Text(LegendLeft + 30, y + TickLength, name, "start");
    }

    public static string Dashes(bool isDashed) => isDashed ? " stroke-dasharray=\"6 4\"" : "";

    public override string ToString() => Drawing.ToString();
}
