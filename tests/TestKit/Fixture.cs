using System.Text.RegularExpressions;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.TestKit;

/// <summary>
/// A C file that is a test. Its marks are the whole expectation: <c>//~ HV1101, HV1109</c> on the line of a finding,
/// <c>//~^ HV1101</c> on the line below it (one <c>^</c> for each line up). <c>//= HV1101</c> is on a line that looks like
/// a finding of the rule and must be none.
/// </summary>
public sealed partial record Fixture(SourceText Source)
{
    /// <summary>The files below a folder of the repository, one row for each, as a theory's data.</summary>
    public static IEnumerable<object[]> In(string folder, string pattern = "*.c") =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new object[] { Path.GetRelativePath(Repository.Root, path) });

    public static Fixture Read(string path) => new(SourceText.FromBytes(path, File.ReadAllBytes(Repository.PathOf(path))));

    /// <summary>The marks as <c>12: HV1101</c>, sorted by line and rule.</summary>
    public IReadOnlyList<string> Expected => Marked("~");

    /// <summary>The honest look-alikes, in the form of marks.</summary>
    public IReadOnlyList<string> Lookalikes => Marked("=");

    private IReadOnlyList<string> Marked(string kind) =>
    [
        .. from mark in Marks().Matches(Source.Code)
           where mark.Groups["kind"].Value == kind
           let line = Source.PositionOf(mark.Index).Line - mark.Groups["up"].Length
           from rule in mark.Groups["rules"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
           orderby line, rule
           select $"{line}: {rule}",
    ];

    /// <summary>Findings in the form of marks. Notes that are not marked do not count; warnings and errors all do.</summary>
    public IReadOnlyList<string> Actual(IEnumerable<Diagnostic> findings)
    {
        var expected = Expected.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from finding in findings
               let line = Source.PositionOf(finding.Span.Start).Line
               let mark = $"{line}: {finding.Rule.Id}"
               where finding.Rule.Severity != Severity.Info || expected.Contains(mark)
               orderby line, finding.Rule.Id
               select mark,
        ];
    }

    [GeneratedRegex("""//(?<kind>[~=])(?<up>\^*)[ \t]*(?<rules>HV\d{4}(?:[ \t]*,[ \t]*HV\d{4})*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
