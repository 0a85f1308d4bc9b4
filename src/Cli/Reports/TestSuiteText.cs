using System.Globalization;
using System.Text;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Cases;

namespace HpcVerify.Cli.Reports;

/// <summary>A suite of cases for people: how many of each origin, which sides of branches they take, and what is missing.</summary>
internal static class TestSuiteText
{
    private const int MostRows = 12;

    public static string Of(TestSuite suite, SourceText source, string? program, string? document)
    {
        var text = new StringBuilder();
        text.AppendPrintable($"{source.Path}: {suite.Cases.Length} cases as '{suite.Task.Name}', {ClaimText.Overall(suite.Report)}");
        foreach (var group in suite.Cases.GroupBy(test => test.Origin).OrderBy(group => group.Key))
        {
            var first = group.First();
            Row(group.Key.ToString().ToLowerInvariant(), Invariant($"{group.Count()}, such as {suite.Task.Describe(first.Sizes)} ({first.Why})"));
        }

        Sides();
        foreach (var left in suite.LeftOut.Take(MostRows))
        {
            Row("left out", left);
        }

        if (suite.LeftOut.Length > MostRows)
        {
            Row("left out", Invariant($"{suite.LeftOut.Length - MostRows} more"));
        }

        if (program is not null && document is not null)
        {
            Row("program", program);
            Row("document", document);
        }

        return text.ToString();

        void Sides()
        {
            var (taken, missed) = (suite.Sides.Count(side => side.Case is not null), suite.Sides.Where(side => side.Case is null).ToList());
            Row("sides", suite.IsFollowed ? Invariant($"{taken} of {suite.Sides.Length} sides of branches and loops are taken") : "not known: the kernel uses what is not modelled");
            foreach (var side in missed.Take(MostRows))
            {
                var place = source.PositionOf(side.Side.Span.Start);
                Row("", Invariant($"the condition or loop at {place.Line}:{place.Column} {side.Side.Missing}{(side.Side.FirstTaken is { } sizes ? $" with the data of a case, but may be at {suite.Task.Describe(sizes)}" : "")}"));
            }
        }

        void Row(string name, string value) => text.AppendPrintable($"  {name,-14} {value}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
