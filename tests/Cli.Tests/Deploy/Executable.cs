using System.Diagnostics;

namespace HpcVerify.Cli.Tests.Deploy;

/// <summary>Programs that a test makes: scripts of bash.</summary>
internal static class Executable
{
    public static string Write(string folder, string name, string body)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $"#!/bin/bash\n{body}\n");
        SetMode(path, "700");
        return path;
    }

    public static void SetMode(string path, string mode)
    {
        using var chmod = Process.Start("chmod", [mode, path]);
        chmod.WaitForExit();
    }

    /// <summary>The program under test, for who can be given no arguments before its own.</summary>
    public static string OfTool(string folder) => Write(folder, "hpcverify", $"exec dotnet '{typeof(CommandLine).Assembly.Location}' \"$@\"");
}
