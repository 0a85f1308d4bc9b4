using System.Text.Json;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify races</c>: one word and one exit code for each file, and both sides of a race in JSON.</summary>
public sealed class RacesCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-races");

    [Theory]
    [InlineData("x[i] = x[i + 1];", ExitCode.Finding, "race")]
    [InlineData("x[i] = 2 * x[i];", ExitCode.Clean, "race-free")]
    [InlineData("x[(int)x[i]] = 1;", ExitCode.Open, "open")]
    [InlineData("x[i] = ;", ExitCode.NotAnalysable, "unread")]
    [InlineData("x[i] = ;\n#include \"unknown.h\"", ExitCode.Open, "open")]
    public void EachAnswerHasAWordAndACode(string body, ExitCode code, string word)
    {
        var (answer, output) = Run(body);

        Assert.Equal((code, true), (answer, output.TrimEnd().EndsWith($": {word}", StringComparison.Ordinal)));
    }

    /// <summary>Editors know a line by its severity.</summary>
    [Fact]
    public void WhatIsWrongWithAFileIsPrintedAsCompilersDo() => Assert.Matches(@"(?m)^\S+:\d+:\d+: (error|warning): .* \[HV[0-9]{4}\]$", Run("x[i] = ;").Output);

    [Fact]
    public void JsonNamesBothSidesOfARace()
    {
        using var document = JsonDocument.Parse(Run("x[i] = x[i + 1];", "--format", "json").Output);
        var race = document.RootElement.GetProperty("files")[0].GetProperty("regions")[0].GetProperty("races")[0];

        Assert.Equal(
            ("read", "write", "x", 5),
            (race.GetProperty("first").GetProperty("access").GetString(), race.GetProperty("second").GetProperty("access").GetString(),
                race.GetProperty("first").GetProperty("variable").GetString(), race.GetProperty("second").GetProperty("line").GetInt32()));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (ExitCode Code, string Output) Run(string body, params string[] options)
    {
        var path = Path.Combine(_folder.FullName, "kernel.c");
        File.WriteAllText(path, $"void go(int n, double *x)\n{{\n#pragma omp parallel for\n    for (int i = 0; i < n; i++)\n        {body}\n}}\n");
        var (code, output, _) = Tool.Run(["races", path, .. options]);
        return (code, output);
    }
}
