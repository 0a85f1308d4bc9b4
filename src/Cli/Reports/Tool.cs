namespace HpcVerify.Cli.Reports;

/// <summary>The program that a JSON document is from.</summary>
internal sealed record Tool(string Name, string Version)
{
    /// <summary>This program, of that version.</summary>
    public static Tool Of(string version) => new("hpcverify", version);
}
