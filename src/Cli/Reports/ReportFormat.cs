using System.Collections.Immutable;

namespace HpcVerify.Cli.Reports;

/// <summary>What a report is made of.</summary>
/// <param name="Folder">What file names are shown relative to.</param>
internal sealed record ReportRequest(IReadOnlyList<FileReport> Files, string Folder, string Version);

/// <summary>A form that reports can take: the one table that knows them all.</summary>
internal sealed record ReportFormat(string Name, Func<ReportRequest, string> Write)
{
    public static readonly ReportFormat Text = new("text", request => string.Concat(request.Files.Select(TextReport.Of)));

    public static readonly ImmutableArray<ReportFormat> All =
    [
        Text,
        new("json", request => JsonReport.Of(request.Files, request.Version) + "\n"),
        new("sarif", request => SarifReport.Of(request, SarifProfile.Full)),
        new("sarif-github", request => SarifReport.Of(request, SarifProfile.GitHub)),
        new("junit", JunitReport.Of),
        new("github", GitHubReport.Of),
        new("markdown", MarkdownReport.Of),
    ];

    public static ReportFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);
}
