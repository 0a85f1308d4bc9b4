using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Cli;

/// <summary>A folder with a kernel's specification.</summary>
internal static class TaskFolder
{
    /// <summary>The task, or the sentence that says why the folder holds none.</summary>
    public static (KernelTask? Task, string? Problem) Read(string folder, FrontEnd frontEnd)
    {
        var (task, findings) = KernelTaskReader.Read(folder, frontEnd.Parse);
        return (task, task is null ? $"no usable kernel specification in '{folder}': {string.Join("; ", findings.Select(finding => finding.Message))}" : null);
    }
}
