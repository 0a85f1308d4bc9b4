using System.Globalization;
using System.Net;
using System.Text;

namespace HpcVerify.Trainer.Reports.Plots;

/// <summary>An SVG file, element by element; text is drawn in whatever sans-serif font the reader has.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder _text = new();

    public SvgDrawing(int width, int height) => _text.Append(
        CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n");

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" {style}/>\n");

    public void Rectangle(double x, double y, double width, double height, string style) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" {style}/>\n");

    public void Circle(double x, double y, double radius, string style) => _text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" {style}/>\n");

    public void Path(IEnumerable<(double X, double Y)> points, bool isClosed, string style)
    {
        var places = points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##} {point.Y:0.##}"));
        _text.Append("<path d=\"M").AppendJoin(" L", places).Append(isClosed ? " Z\" " : "\" ").Append(style).Append("/>\n");
    }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(double x, double y, string words, string anchor, string style = "") =>
        _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" {style}>{WebUtility.HtmlEncode(words)}</text>\n");

    /// <summary>From bottom to top.</summary>
    public void VerticalText(double x, double y, string words) => Text(x, y, words, "middle", string.Create(CultureInfo.InvariantCulture, $"transform=\"rotate(-90 {x:0.##} {y:0.##})\""));

    public override string ToString() => _text + "</svg>\n";
}
