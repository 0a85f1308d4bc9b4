using System.Diagnostics;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>The launcher and the installer, with programs of this test in place of those that would change the machine.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string OtherLibraries = "libz3.so.4 libisl.so.23 libopenblas.so.0 libgomp.so.1";
    private readonly string _root = Directory.CreateTempSubdirectory("hpcverify-scripts-").FullName;

    public ScriptTests()
    {
        foreach (var program in (string[])["cvc5", "bwrap"])
        {
            Program(program, "");
        }

        Program("id", "echo 1000");
        Program("sudo", "exit 1");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("libclang-17.so.1")]
    [InlineData("libclang-18.so.1")]
    [InlineData("libclang-19.so.1")]
    [InlineData("libclang-20.so.1")]
    public void AnyLibclangThatTheBindingsAcceptIsEnough(string library)
    {
        Program("ldconfig", $"printf '\\t%s (libc6,x86-64) => /there\\n' {library} {OtherLibraries}");

        Assert.Equal((0, ""), Run(Repository.PathOf("scripts/install-native.sh")));
    }

    [Fact]
    public void LibraryMayBeALinkThatTheCacheDoesNotList()
    {
        File.WriteAllText(Path.Combine(_root, "libclang-19.so.1"), "");
        Program("ldconfig", $"printf '\\t%s (libc6,x86-64) => {_root}/%s\\n' libclang-19.so.19 libclang-19.so.19; printf '\\t%s (libc6) => /there/x\\n' {OtherLibraries}");

        Assert.Equal((0, ""), Run(Repository.PathOf("scripts/install-native.sh")));
    }

    [Theory]
    [InlineData("libclang-16.so.1 libclang-cpp.so.19")]
    [InlineData("")]
    public void WithoutOneTheCommandThatInstallsItIsPrinted(string libraries)
    {
        Program("ldconfig", $"printf '\\t%s (libc6,x86-64) => /there\\n' {libraries} {OtherLibraries}");

        var (code, said) = Run(Repository.PathOf("scripts/install-native.sh"));

        Assert.Equal(2, code);
        Assert.Contains("apt-get install -y --no-install-recommends libclang1-19\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "run")]
    [InlineData("rm src/Cli/deleted.cs", "build run")]
    [InlineData("touch src/Cli/new.cs", "build run")]
    [InlineData("rm -r src/Cli/bin", "build run")]
    [InlineData("touch src/Cli/obj/new.cs", "run")]
    public void LauncherBuildsAfterAnyChangeOfTheSources(string change, string expected)
    {
        Installed();

        var (code, _) = Run("/bin/bash", "-c", $"sleep 0.05; cd {_root}; {change}; ./hpcverify rules");

        Assert.Equal((0, expected), (code, string.Join(' ', File.ReadLines(Path.Combine(_root, "done")))));
    }

    [Fact]
    public void LauncherShowsWhyABuildFails()
    {
        Installed();
        Program("dotnet", "echo 'error CS0001'; exit 1");

        var (code, said) = Run("/bin/bash", "-c", $"sleep 0.05; cd {_root}; touch src/Cli/new.cs; ./hpcverify rules");

        Assert.Equal(70, code);
        Assert.Contains("error CS0001", said, StringComparison.Ordinal);
    }

    private void Installed()
    {
        Program("dotnet", $"[[ $1 == build ]] && mkdir -p {_root}/src/Cli/bin/Release/net10.0 ; echo $([[ $1 == build ]] && echo build || echo run) >>{_root}/done");
        foreach (var file in (string[])["hpcverify", "scripts/dotnet-environment.sh", "global.json", "Directory.Build.props", "Directory.Packages.props"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
            File.Copy(Repository.PathOf(file), Path.Combine(_root, file));
        }

        Directory.CreateDirectory(Path.Combine(_root, "src/Cli/obj"));
        Directory.CreateDirectory(Path.Combine(_root, "src/Cli/bin/Release/net10.0"));
        File.WriteAllText(Path.Combine(_root, "src/Cli/deleted.cs"), "");
        Script(Path.Combine(_root, "scripts/install-native.sh"), "");
        Script(Path.Combine(_root, "src/Cli/bin/Release/net10.0/hpcverify.dll"), "");
    }

    private void Program(string name, string body) => Script(Path.Combine(_root, "programs", name), body);

    private static void Script(string path, string body)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/bash\n{body}\n");
        using var chmod = Process.Start("chmod", ["+x", path]);
        chmod.WaitForExit();
    }

    private (int Code, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Path.Combine(_root, "programs") + ":/usr/bin:/bin";
        start.Environment.Remove("HPCVERIFY_LIBCLANG");
        start.Environment.Remove("HPCVERIFY_LIBZ3");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result + output);
    }
}
