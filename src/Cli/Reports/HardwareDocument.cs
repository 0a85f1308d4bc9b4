using System.Globalization;
using System.Text;
using System.Text.Json;
using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Cli.Reports;

/// <summary>Machines as tables, and as JSON.</summary>
internal static class HardwareDocument
{
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = PrintableText.JsonEncoder };

    /// <summary>One line for each machine: name, cores, peak, title.</summary>
    public static string List(IReadOnlyList<HardwareSpecification> machines)
    {
        var width = machines.Select(machine => machine.Name.Length).DefaultIfEmpty().Max();
        return PrintableText.Lines(machines.Select(machine =>
            Invariant($"{machine.Name.PadRight(width)}  {machine.Cores,4} cores  {Number(Peak.Gflops(machine, 64)),8} GFLOPS  {machine.Title}")));
    }

    public static string ListJson(IEnumerable<HardwareSpecification> machines, string version) => Json(new
    {
        SchemaVersion,
        Tool = Tool.Of(version),
        Machines = machines.Select(machine => new { machine.Name, machine.Title, machine.Cores, PeakGflops = Peak.Gflops(machine, 64) }),
    });

    /// <summary>Everything about one machine: its figures in a column, then what is no number.</summary>
    public static string Text(HardwareSpecification machine)
    {
        var text = new StringBuilder(Invariant($"{machine.Name}: {PrintableText.Of(machine.Title)}\n"));
        foreach (var figure in HardwareFigure.Of(machine).Where(figure => figure.Value is not null))
        {
            text.Append(Invariant($"  {figure.Key,-15} {Number(figure.Value),10} {figure.Unit}").TrimEnd()).Append('\n');
        }

        text.Append(Invariant($"  {"extensions",-15} {PrintableText.Of(string.Join(' ', machine.Extensions))}\n"));
        foreach (var source in machine.Sources)
        {
            text.Append(Invariant($"  {"source",-15} {PrintableText.Of(source.Of)}: {PrintableText.Of(source.Source)}\n"));
        }

        return PrintableText.Lines(text.ToString());
    }

    public static string Json(HardwareSpecification machine, string version) => Json(new
    {
        SchemaVersion,
        Tool = Tool.Of(version),
        Specification = JsonSerializer.SerializeToElement(machine, HardwareReader.Json),
        Figures = HardwareFigure.Of(machine).Select(figure => new { figure.Key, figure.Unit, figure.Value }),
    });

    /// <summary>Both machines side by side, and the second as a multiple of the first.</summary>
    public static string Text(HardwareSpecification first, HardwareSpecification second)
    {
        var (left, right) = (Math.Max(10, first.Name.Length), Math.Max(10, second.Name.Length));
        var text = new StringBuilder(Invariant($"{"",-15} {first.Name.PadLeft(left)} {second.Name.PadLeft(right)}      ratio\n"));
        foreach (var row in Compare(first, second))
        {
            text.Append(Invariant($"{row.Key,-15} {Number(row.First).PadLeft(left)} {Number(row.Second).PadLeft(right)} {Number(row.Ratio),10} {row.Unit}").TrimEnd()).Append('\n');
        }

        text.Append(Only(first, second)).Append(Only(second, first));
        return PrintableText.Lines(text.ToString());
    }

    public static string Json(HardwareSpecification first, HardwareSpecification second, string version) => Json(new
    {
        SchemaVersion,
        Tool = Tool.Of(version),
        First = first.Name,
        Second = second.Name,
        Figures = Compare(first, second),
        ExtensionsOfFirst = first.Extensions.Except(second.Extensions),
        ExtensionsOfSecond = second.Extensions.Except(first.Extensions),
    });

    private sealed record Row(string Key, string Unit, double? First, double? Second, double? Ratio);

    private static List<Row> Compare(HardwareSpecification first, HardwareSpecification second)
    {
        var (ours, theirs) = (HardwareFigure.Of(first), HardwareFigure.Of(second));
        var keys = ours.Concat(theirs).Select(figure => (figure.Key, figure.Unit)).Distinct();
        return [.. keys.Select(key => RowOf(key.Key, key.Unit, ValueOf(ours, key.Key), ValueOf(theirs, key.Key))).Where(row => row.First is not null || row.Second is not null)];
    }

    private static Row RowOf(string key, string unit, double? first, double? second) => new(key, unit, first, second, second / first);

    private static double? ValueOf(IEnumerable<HardwareFigure> figures, string key) => figures.FirstOrDefault(figure => figure.Key == key)?.Value;

    private static string Only(HardwareSpecification machine, HardwareSpecification other) => machine.Extensions.Except(other.Extensions).ToList() is { Count: > 0 } own
        ? $"only {machine.Name}: {PrintableText.Of(string.Join(' ', own))}\n"
        : "";

    private static string Json(object document) => JsonSerializer.Serialize(document, Options) + "\n";

    private static string Number(double? value) => value is { } number ? number.ToString("0.##", CultureInfo.InvariantCulture) : "-";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
