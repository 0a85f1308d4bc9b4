using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Commands;

/// <summary>Where witnesses are written to, one file each.</summary>
internal static class WitnessFolder
{
    /// <summary>Why no witness can be written there; null where it can. The folder is made if it is not there.</summary>
    public static string? Problem(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(
                Path.Combine(folder, $"trial-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"no file can be made in the folder '{folder}'";
        }
    }

    /// <summary>The refuted claim as a document; null where none is refuted, or the kernel came by standard input, which is in no file.</summary>
    public static WitnessDocument? WitnessOf(BoundedReport report, KernelTask task, SourceText source) =>
        report.Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted) is { Verdict: Verdict.Refuted refuted } claim && File.Exists(source.Path)
            ? WitnessWriter.Of(new(task, source, claim.Property, refuted.Witness), Path.GetFullPath(source.Path), File.ReadAllBytes(source.Path))
            : null;

    public static string Write(WitnessDocument document, string folder)
    {
        var path = Path.Combine(folder, WitnessWriter.FileName(document));
        File.WriteAllText(path, document.ToJson());
        return path;
    }
}
