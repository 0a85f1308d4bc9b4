using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>score --timing</c> and <c>--hardware</c>: how a speed is made, and which are not believed.</summary>
public sealed class ScoreTimingTests : IDisposable
{
    private static readonly string Right = Repository.PathOf("corpus/matmul/accept/interchanged_ikj.c");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-timing");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void RobustTimingHasSpreadAndDrift()
    {
        using var document = JsonDocument.Parse(Tool.Run("score", "--timing", "robust", "--threads", "1", "--format", "json", Right).Output);
        var file = document.RootElement.GetProperty("files")[0];
        Assert.True(file.GetProperty("level").GetString() == "ok", file.ToString());
        var timing = file.GetProperty("timing");

        Assert.Equal("robust", timing.GetProperty("profile").GetString());
        Assert.Equal(11, timing.GetProperty("secondsPerRun").GetArrayLength());
        Assert.True(timing.GetProperty("spread").GetDouble() >= 0);
        Assert.InRange(timing.GetProperty("drift").GetDouble(), -1, 100);
        Assert.Equal(Environment.ProcessorCount > 1, timing.GetProperty("pinned").GetBoolean());
    }

    /// <summary>A machine of a few operations a second cannot have done what was measured: no number, and a finding.</summary>
    [Fact]
    public void SpeedBeyondTheMachineIsUnscored()
    {
        var (code, output, _) = Tool.Run("score", "--hardware", Machine(boostGhz: 0.001), "--format", "json", Right);
        using var document = JsonDocument.Parse(output);
        var file = document.RootElement.GetProperty("files")[0];

        Assert.Equal(ExitCode.Open, code);
        Assert.Equal("unscored", file.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, file.GetProperty("reward").ValueKind);
        Assert.Equal(JsonValueKind.Null, file.GetProperty("timing").ValueKind);
        Assert.Contains("slow cannot do the work in less than", file.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("HV7306", file.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("ruleId").GetString()));
    }

    [Fact]
    public void AMachineThatNobodyKnowsIsAMistake()
    {
        var (code, output, errors) = Tool.Run("score", "--hardware", "no-such-machine", Right);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("there is no machine 'no-such-machine'", errors, StringComparison.Ordinal);
    }

    private string Machine(double boostGhz)
    {
        var path = Path.Combine(_folder.FullName, "slow.json");
        File.WriteAllText(path, FormattableString.Invariant($$"""
            {
              "name": "slow", "title": "a slow machine", "extensions": ["avx2"], "sockets": 1, "coresPerSocket": 1, "threadsPerCore": 1,
              "clock": { "boostGhz": {{boostGhz}} }, "vector": { "registerBits": 256, "unitBits": 256, "fmaUnits": 1 }
            }
            """));
        return path;
    }
}
