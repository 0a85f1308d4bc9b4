using System.Globalization;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>What a sandbox must not leave behind.</summary>
internal static class Machine
{
    /// <summary>No driver of this bench runs, and no group or file of this process is left.</summary>
    public static void ShouldBeUnharmed(NativeBench bench)
    {
        Assert.Empty(Directory.EnumerateFiles(bench.Options.SharedMemoryFolder));
        Assert.Empty(bench.Sandbox.Hierarchies.Writable.SelectMany(
            folder => Directory.EnumerateDirectories(folder, $"hpcverify-{Environment.ProcessId}-*")));
        Assert.DoesNotContain(
            Directory.EnumerateDirectories("/proc"), folder => CommandLine(folder).Contains(bench.Driver, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateDirectories(bench.Folder, "compile-*"));
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
                ? File.ReadAllText(Path.Combine(folder, "cmdline"))
                : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
