using System.Globalization;
using System.Xml.Linq;

namespace HpcVerify.Cli.Reports;

/// <summary>JUnit's XML as CI servers read it: a suite for each file, a case for each thing asked; what is open counts as skipped.</summary>
internal static class JunitReport
{
    public static string Of(ReportRequest request)
    {
        var suites = request.Files.Select(report => Suite(report, request.Folder)).ToList();
        return new XElement("testsuites", new XAttribute("name", "hpcverify"), suites) + "\n";
    }

    private static XElement Suite(FileReport report, string folder)
    {
        var items = ReportItem.Of(report);
        var path = PrintableText.Of(ReportPath.Of(report.Source.Path, folder));
        return new(
            "testsuite",
            new XAttribute("name", path),
            new XAttribute("tests", Math.Max(1, items.Length)),
            new XAttribute("failures", items.Count(item => item.Outcome == Outcome.Fail)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", items.Count(item => item.Outcome == Outcome.Open)),
            items.IsEmpty ? [Case("no findings", path)] : items.Select(item => Case(item, report, path)));
    }

    private static XElement Case(ReportItem item, FileReport report, string path)
    {
        var made = Case(item.Name, path);
        var place = PlaceInFile.Of(item.Span, report.Source);
        var message = PrintableText.Of(item.Message);
        if (item.Outcome != Outcome.Pass)
        {
            made.Add(new XElement(
                item.Outcome == Outcome.Fail ? "failure" : "skipped",
                new XAttribute("message", message),
                item.Outcome == Outcome.Fail ? new XText(string.Create(CultureInfo.InvariantCulture, $"{path}:{place.Line}:{place.Column}: {message} [{item.Rule.Id}]")) : null));
        }

        return made;
    }

    private static XElement Case(string name, string path) => new("testcase", new XAttribute("name", name), new XAttribute("classname", path));
}
