using System.Globalization;

namespace HpcVerify.Trainer.Model.Checkpoints;

/// <summary>A shape in one line, as checkpoints note it: <c>vocabulary=1024 width=192 layers=4 heads=6 hidden=544 context=2048</c>.</summary>
internal static class ShapeText
{
    private static readonly string[] Names = ["vocabulary", "width", "layers", "heads", "hidden", "context"];

    public static string Of(ModelShape shape) =>
        string.Join(' ', Names.Zip((int[])[shape.Vocabulary, shape.Width, shape.Layers, shape.Heads, shape.Hidden, shape.ContextLength], (name, size) => $"{name}={size}"));

    /// <summary>Null where the text is none of a shape's.</summary>
    public static ModelShape? Parse(string text)
    {
        var sizes = text.Split(' ').Select(part => part.Split('=')).ToArray();
        return sizes.Length != Names.Length || sizes.Zip(Names).Any(pair => pair.First.Length != 2 || pair.First[0] != pair.Second || Number(pair.First[1]) is null)
            ? null
            : sizes.Select(size => Number(size[1])!.Value).ToArray() is [var vocabulary, var width, var layers, var heads, var hidden, var context]
                ? new(vocabulary, width, layers, heads, hidden, context)
                : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
