using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests.Settings;

/// <summary>What a .hpcverify.json does, who wins, and what is wrong with one.</summary>
public sealed class SettingsTests : IDisposable
{
    private const string Kernel = """
        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
        {
            static int calls;
            C[0] = calls++;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("off", ExitCode.Clean, "no findings")]
    [InlineData("info", ExitCode.Clean, "info: ")]
    [InlineData("error", ExitCode.Finding, "error: ")]
    public void ARuleIsAtTheLevelThatIsAskedFor(string level, ExitCode expected, string word)
    {
        Write(".hpcverify.json", $$"""{ /* for the tests */ "rules": { "HV7102": "{{level}}", }, }""");

        var (code, output, _) = Check();

        Assert.Equal(expected, code);
        Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNearestFolderWinsAndOthersHoldOnlyWhereItExtendsThem()
    {
        Write(".hpcverify.json", """{ "kernel": "axpy", "rules": { "HV7102": "off" } }""");
        Write("inner/.hpcverify.json", """{ "rules": { "HV7102": "error" } }""");
        File.WriteAllText(Path.Combine(_folder, "inner", "kernel.c"), Kernel);

        Assert.Equal(ExitCode.Finding, Tool.Run("check", Path.Combine(_folder, "inner", "kernel.c")).Code);
        var (_, shown, _) = Tool.Run("config", "show", Path.Combine(_folder, "inner", "kernel.c"), "--origin");
        Assert.Contains("rules.HV7102: error  # ", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("axpy", shown, StringComparison.Ordinal);

        Write("inner/.hpcverify.json", """{ "extends": "../.hpcverify.json", "rules": { "HV7101": "off" } }""");
        shown = Tool.Run("config", "show", Path.Combine(_folder, "inner", "kernel.c"), "--origin").Output;
        Assert.Contains("kernel: axpy", shown, StringComparison.Ordinal);
        Assert.Contains("rules.HV7102: off", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "rulez": {} }""", "rulez")]
    [InlineData("""{ "rules": { "HV9999": "off" } }""", "no rule 'HV9999'")]
    [InlineData("""{ "rules": { "HV9001": "off" } }""", "cannot be changed")]
    [InlineData("""{ "rules": { "HV7102": "sometimes" } }""", ":1:24: 'rules.HV7102' is 'sometimes' and has to be one of 'off', 'info', 'warning', 'error'")]
    [InlineData("""{ "rules": """, ":1:12: the text ends before its JSON does")]
    [InlineData("""{ "rules": null }""", ":1:12: 'rules' is null and has to be an object")]
    [InlineData("""{ "kernel": 1 }""", ":1:13: 'kernel' is 1 and has to be a text")]
    [InlineData("{ \"kernel\": \"axpy\",\n  \"kernel\": \"dot\" }", ":2:3: 'kernel' is said twice")]
    [InlineData("""{ "rules": { "HV7102": "off", "HV7102": "error" } }""", ":1:31: 'rules.HV7102' is said twice")]
    [InlineData("""{ "kernel": "axpy" } }""", ":1:22: '}' cannot stand here")]
    [InlineData("""{ "extends": "a\u0000b" }""", "null character")]
    [InlineData("", "there is nothing in it")]
    [InlineData("""{ "extends": ".hpcverify.json" }""", "extend each other")]
    [InlineData("""{ "extends": "nowhere.json" }""", "cannot be read")]
    [InlineData("""{ "kernel": "sorting" }""", "no kernel 'sorting'")]
    public void AMistakeIsAUsageErrorThatNamesIt(string settings, string named)
    {
        Write(".hpcverify.json", settings);

        var (code, _, errors) = Check();

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfThatNameIsAMistake()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".hpcverify.json"));

        Assert.Contains("it is a directory", Check().Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// hpcverify: ignore[HV71O2] because", "there is no rule 'HV71O2' (the nearest is 'HV7102')")]
    [InlineData("// hpcverify: ignore[XY0001] because", "there is no rule 'XY0001' ('hpcverify rules' lists them)")]
    [InlineData("/* hpcverify: ignore[HV7102] because */", "write '// hpcverify: ignore[HV7102] reason'")]
    public void ASuppressionThatIsNoneSaysWhy(string comment, string sentence)
    {
        var file = Path.Combine(_folder, "commented.c");
        File.WriteAllText(file, $"{comment}\n{Kernel}");

        Assert.Contains(sentence, Tool.Run("check", file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingsMaySayNothing()
    {
        Write(".hpcverify.json", "null");

        Assert.Equal(ExitCode.Clean, Check().Code);
    }

    [Fact]
    public void WhatIsScoredKnowsNoSettings()
    {
        Write(".hpcverify.json", """{ "rules": { "HV1101": "off" } }""");
        File.WriteAllText(Path.Combine(_folder, "kernel.c"), Kernel.Replace("C[0] = calls++;", "cblas_dgemm();", StringComparison.Ordinal));

        var (_, output, _) = Tool.Run("score", Path.Combine(_folder, "kernel.c"));

        Assert.Contains("library, reward -100", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSchemaThatIsPublishedIsTheOneInForce()
    {
        var schema = Tool.Run("config", "schema").Output;

        Assert.Equal(File.ReadAllText(Repository.PathOf("docs/hpcverify.schema.json")), schema);
        Assert.False(JsonDocument.Parse(schema).RootElement.GetProperty("additionalProperties").GetBoolean());
    }

    private Answer Check()
    {
        File.WriteAllText(Path.Combine(_folder, "kernel.c"), Kernel);
        return Tool.Run("check", Path.Combine(_folder, "kernel.c"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
