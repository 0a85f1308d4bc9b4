namespace HpcVerify.Cli.Reports;

/// <summary>File names as other tools want them: relative to the folder the tool runs in, with slashes, where that is possible.</summary>
internal static class ReportPath
{
    public static string Of(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(path, folder)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }

    /// <summary>The same as a URI reference.</summary>
    public static string UriOf(string path, string folder)
    {
        var shown = Of(path, folder);
        var escaped = string.Join('/', shown.Split('/').Select(Uri.EscapeDataString));
        return shown.StartsWith('/') ? $"file://{escaped}" : escaped;
    }
}
