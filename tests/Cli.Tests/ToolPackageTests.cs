using System.Diagnostics;
using System.Runtime.InteropServices;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>The package of README.md, from the build of these tests: it installs without a network, and what is installed works.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ThePackageInstallsAsAToolThatKnowsItsTasks()
    {
        var kernel = Path.Combine(_folder, "kernel.c");
        File.Copy(Repository.PathOf("corpus/axpy/reject/calls_cblas_daxpy.c"), kernel);
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), """<configuration><packageSources><clear /><add key="here" value="packages" /></packageSources></configuration>""");
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

        ShouldSucceed(Run("dotnet", "pack", Repository.PathOf("src/Cli"), "--no-build", "-c", configuration, "-o", Path.Combine(_folder, "packages")));
        ShouldSucceed(Run("dotnet", "tool", "install", "HpcVerify", "--tool-path", "tools", "--configfile", "nuget.config"));

        var tool = Path.Combine(_folder, "tools", "hpcverify");
        Assert.StartsWith(Version.Current, ShouldSucceed(Run(tool, "--version")), StringComparison.Ordinal);
        var (code, said) = Run(tool, "check", "--kernel", "axpy", kernel);
        Assert.Equal(1, code);
        Assert.Contains("kernel.c:", said, StringComparison.Ordinal);
        Assert.Contains("[HV1101]", said, StringComparison.Ordinal);
    }

    private static string ShouldSucceed((int Code, string Said) run)
    {
        Assert.True(run.Code == 0, run.Said);
        return run.Said;
    }

    private (int Code, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        start.Environment["DOTNET_CLI_HOME"] = _folder;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
