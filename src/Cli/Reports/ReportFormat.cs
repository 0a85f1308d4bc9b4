using System.Collections.Immutable;

namespace HpcVerify.Cli.Reports;

/// <summary>What a report says that its command does not know.</summary>
/// <param name="Folder">What file names are shown relative to.</param>
/// <param name="Version">That of this program.</param>
internal sealed record ReportSetting(string Folder, string Version);

/// <summary>A form that reports can take: the one table that knows them all.</summary>
internal sealed record ReportFormat(string Name, Func<Report, ReportSetting, string> Write)
{
    public static readonly ReportFormat Text = new("text", (report, _) => report.Text());

    public static readonly ImmutableArray<ReportFormat> All =
    [
        Text,
        new("json", (report, setting) => report.Json(setting.Version)),
        new("sarif", (report, setting) => SarifReport.Of(report.Files, setting, SarifProfile.Full)),
        new("sarif-github", (report, setting) => SarifReport.Of(report.Files, setting, SarifProfile.GitHub)),
        new("junit", (report, setting) => JunitReport.Of(report.Files, setting.Folder)),
        new("github", (report, setting) => GitHubReport.Of(report.Files, setting.Folder)),
        new("markdown", (report, setting) => MarkdownReport.Of(report.Files, setting.Folder)),
    ];

    public static ReportFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);
}
