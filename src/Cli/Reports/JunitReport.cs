using System.Globalization;
using System.Xml.Linq;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>JUnit's XML as CI servers read it: a suite for each file, a case for each thing asked; what is open counts as skipped.</summary>
internal static class JunitReport
{
    public static string Of(IEnumerable<ReportedFile> files, string folder) =>
        new XElement("testsuites", new XAttribute("name", "hpcverify"), files.Select(file => Suite(file, folder))) + "\n";

    private static XElement Suite(ReportedFile file, string folder)
    {
        var items = file.Items;
        var path = PrintableText.Of(ReportPath.Of(file.Source.Path, folder));
        return new(
            "testsuite",
            new XAttribute("name", path),
            new XAttribute("tests", Math.Max(1, items.Length)),
            new XAttribute("failures", items.Count(item => item.Outcome == Outcome.Fail)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", items.Count(item => item.Outcome == Outcome.Open)),
            items.IsEmpty ? [Case("no findings", path)] : items.Select(item => Case(item, file.Source, path)));
    }

    private static XElement Case(ReportItem item, SourceText source, string path)
    {
        var message = PrintableText.Of(item.Message);
        var made = Case(item.Outcome == Outcome.Note ? $"{item.Name}: {message}" : item.Name, path);
        var place = PlaceInFile.Of(item.Span, source);
        if (item.Outcome is Outcome.Fail or Outcome.Open)
        {
            made.Add(new XElement(
                item.Outcome == Outcome.Fail ? "failure" : "skipped",
                new XAttribute("message", message),
                item.Outcome == Outcome.Fail ? new XText(string.Create(CultureInfo.InvariantCulture, $"{path}:{place.Line}:{place.Column}: {message} [{item.Rule.Id}]")) : null));
        }

        return made;
    }

    private static XElement Case(string name, string path) => new("testcase", new XAttribute("name", PrintableText.Of(name)), new XAttribute("classname", path));
}
