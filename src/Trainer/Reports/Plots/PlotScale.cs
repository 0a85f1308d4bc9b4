using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Trainer.Reports.Plots;

/// <summary>An axis: which numbers lie where, and which of them are named.</summary>
/// <param name="Low">The number at the beginning.</param>
/// <param name="High">The number at the end, above the first.</param>
/// <param name="From">Where the beginning lies, in units of the drawing.</param>
/// <param name="To">Where the end lies.</param>
internal sealed record PlotScale(double Low, double High, double From, double To)
{
    private const int MostTicks = 6;

    /// <summary>An axis that holds all numbers and ends at round ones.</summary>
    public static PlotScale Of(IEnumerable<double> numbers, double from, double to)
    {
        double[] finite = [.. numbers.Where(double.IsFinite)];
        var (low, high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (low == high)
        {
            (low, high) = (low - 1, high + 1);
        }

        var step = StepOf(high - low);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, from, to);
    }

    public double At(double number) => From + ((number - Low) / (High - Low) * (To - From));

    /// <summary>Round numbers from the beginning to the end.</summary>
    public ImmutableArray<double> Ticks
    {
        get
        {
            var step = StepOf(High - Low);
            var first = Math.Ceiling((Low / step) - 1e-9);
            return [.. Enumerable.Range(0, (int)Math.Floor((High / step) - first + 1e-9) + 1).Select(index => (first + index) * step)];
        }
    }

    public static string Name(double number) => Math.Abs(number) < 1e-12 ? "0" : number.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>1, 2 or 5 times a power of ten, so that there are not too many.</summary>
    private static double StepOf(double span)
    {
        var rough = span / MostTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
