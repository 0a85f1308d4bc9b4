using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>The figures as Markdown.</summary>
internal static class TsvcReport
{
    public static void Write(int loops, ImmutableArray<TsvcRow> rows, ImmutableArray<TsvcRefusal> refused, TextWriter output)
    {
        var names = TsvcPair.Transformations.Select(transformation => transformation.Name).ToList();
        output.WriteLine(Invariant($"{loops} loops, {rows.Select(row => row.Pair.Loop).Distinct().Count()} of them transformed in at least one way, {rows.Length} pairs, {rows.Sum(row => row.Elapsed.TotalSeconds):0} s."));
        output.WriteLine();
        output.WriteLine("| transformation | loops taken | proved | refuted, and a native run differs | open | wrong |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var name in names)
        {
            WriteCounts(name, [.. rows.Where(row => row.Pair.Transformation == name)], output);
        }

        WriteCounts("all", rows, output);
        List(output, "Wrong", rows.Where(row => row.IsWrong).Select(row => $"`{row.Pair.TransformedName}` {row.Verdict}: {row.Reason}; native: {row.Difference ?? "the same everywhere"}"));
        List(output, "Open", rows.Where(row => row.Verdict == TsvcVerdict.Open).Select(row => $"`{row.Pair.TransformedName}` {row.Reason}"));
        List(output, "Refuted", rows.Where(row => row.Verdict == TsvcVerdict.Refuted && !row.IsWrong).Select(row => $"`{row.Pair.TransformedName}` {row.Reason}; native: differs {row.Difference}"));
        List(output, "Not taken", refused.GroupBy(refusal => (refusal.Transformation, refusal.Reason))
            .OrderBy(group => names.IndexOf(group.Key.Transformation)).ThenByDescending(group => group.Count())
            .Select(group => Invariant($"{group.Key.Transformation}, {group.Key.Reason}: {group.Count()} ({string.Join(", ", group.Select(refusal => refusal.Loop))})")));
    }

    private static void WriteCounts(string name, ImmutableArray<TsvcRow> rows, TextWriter output)
    {
        var proved = rows.Count(row => row.Verdict == TsvcVerdict.Proved);
        var refuted = rows.Count(row => row is { Verdict: TsvcVerdict.Refuted, IsWrong: false });
        output.WriteLine(Invariant($"| {name.Replace('_', '-')} | {rows.Length} | {proved} ({Share(proved)}) | {refuted} ({Share(refuted)}) | {rows.Count(row => row.Verdict == TsvcVerdict.Open)} | {rows.Count(row => row.IsWrong)} |"));

        string Share(int part) => Invariant($"{100.0 * part / Math.Max(1, rows.Length):0} %");
    }

    private static void List(TextWriter output, string title, IEnumerable<string> items)
    {
        output.WriteLine();
        output.WriteLine($"## {title}");
        output.WriteLine();
        var any = false;
        foreach (var item in items)
        {
            any = true;
            output.WriteLine($"- {item}");
        }

        if (!any)
        {
            output.WriteLine("None.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
