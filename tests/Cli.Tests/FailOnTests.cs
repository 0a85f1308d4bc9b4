using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>Which findings make <c>check</c> fail, and who says so.</summary>
public sealed class FailOnTests : IDisposable
{
    private const string Kernel = """
        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
        {
            static int calls;
            C[0] = calls++;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-fail-on-").FullName;

    public FailOnTests() => File.WriteAllText(PathOf("kernel.c"), Kernel);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("error", ExitCode.Clean)]
    [InlineData("warning", ExitCode.Finding)]
    [InlineData("note", ExitCode.Finding)]
    [InlineData("info", ExitCode.Usage)]
    public void AWarningFailsWhereWarningsDo(string failOn, ExitCode expected) => Assert.Equal(expected, Check("--fail-on", failOn));

    [Theory]
    [InlineData("error", ExitCode.Clean)]
    [InlineData("warning", ExitCode.Clean)]
    [InlineData("note", ExitCode.Finding)]
    public void ANoteFailsWhereNotesDo(string failOn, ExitCode expected)
    {
        Settings("""{ "rules": { "HV7102": "info", "HV7103": "info" } }""");

        Assert.Equal(expected, Check("--fail-on", failOn));
    }

    [Theory]
    [InlineData("""{ "failOn": "warning" }""", ExitCode.Finding)]
    [InlineData("""{ "failOn": "error" }""", ExitCode.Clean)]
    [InlineData("""{ "failOn": null }""", ExitCode.Clean)]
    [InlineData("""{ "failOn": "info" }""", ExitCode.Usage)]
    [InlineData("""{ "failOn": "warning", "rules": { "HV7102": "off" } }""", ExitCode.Clean)]
    public void SettingsSayItToo(string settings, ExitCode expected)
    {
        Settings(settings);

        Assert.Equal(expected, Check());
    }

    [Fact]
    public void TheOptionWinsOverSettingsAndSettingsOverWhatTheyExtend()
    {
        File.WriteAllText(PathOf("common.json"), """{ "failOn": "warning" }""");
        Settings("""{ "extends": "common.json" }""");

        Assert.Equal((ExitCode.Finding, ExitCode.Clean), (Check(), Check("--fail-on", "error")));
        Assert.Contains($"failOn: warning  # {PathOf("common.json")}", Shown(), StringComparison.Ordinal);

        Settings("""{ "extends": "common.json", "failOn": "error" }""");
        Assert.Equal(ExitCode.Clean, Check());
        Assert.Contains($"failOn: error  # {PathOf(".hpcverify.json")}", Shown(), StringComparison.Ordinal);

        Settings("{}");
        Assert.Contains("failOn: error  # default", Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheBaselineHasFailsAtNoSeverity()
    {
        Check("-o", $"sarif={PathOf("old.sarif")}");

        Assert.Equal(ExitCode.Clean, Check("--fail-on", "note", "--baseline", PathOf("old.sarif")));
    }

    [Theory]
    [InlineData("", ExitCode.NotAnalysable)]
    [InlineData("void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) { double none = __real__ 1.0i; }", ExitCode.Open)]
    public void WhatCannotBeJudgedStaysWhatItIs(string kernel, ExitCode expected)
    {
        File.WriteAllText(PathOf("kernel.c"), kernel);

        Assert.Equal(expected, Check("--fail-on", "note"));
    }

    private ExitCode Check(params string[] arguments) => Tool.Run(["check", PathOf("kernel.c"), .. arguments]).Code;

    private string Shown() => Tool.Run("config", "show", PathOf("kernel.c"), "--origin").Output;

    private void Settings(string text) => File.WriteAllText(PathOf(".hpcverify.json"), text);

    private string PathOf(string name) => Path.Combine(_folder, name);
}
