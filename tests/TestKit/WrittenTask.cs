using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.TestKit;

/// <summary>A task that a test writes down itself.</summary>
public static class WrittenTask
{
    /// <summary>Reads kernel.c and kernel.json from their text.</summary>
    public static Checked<KernelTask?> Read(string code, string numbers)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-task-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "kernel.c"), code);
            File.WriteAllText(Path.Combine(folder, "kernel.json"), numbers);
            return KernelTaskReader.Read(folder, FrontEndForTests.Parse);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
