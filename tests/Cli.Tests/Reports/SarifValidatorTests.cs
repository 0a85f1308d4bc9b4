using System.Diagnostics;
using System.Text.Json;
using HpcVerify.TestKit;
using Xunit.Abstractions;

namespace HpcVerify.Cli.Tests.Reports;

/// <summary>
/// Logs as the official validator sees them, with its rules for SARIF and for code scanning. It exits with 0 whatever it finds, so
/// its own log is read.
/// </summary>
public sealed class SarifValidatorTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string Validator = Repository.PathOf(".cache/sarif-multitool/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-sarif-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("check", "sarif", "matmul/reject/pasted_cblas_name.c")]
    [InlineData("check", "sarif-github", "matmul/reject/pasted_cblas_name.c")]
    [InlineData("verify", "sarif", "axpy/reject/tail_overruns.c")]
    [InlineData("verify", "sarif-github", "axpy/reject/tail_overruns.c")]
    [InlineData("verify", "sarif", "axpy/accept/scalar.c")]
    [InlineData("verify", "sarif", "axpy/reject/threads_scatter_to_even_elements.c")]
    [InlineData("races", "sarif", "axpy/reject/threads_scatter_to_even_elements.c")]
    [InlineData("races", "sarif", "matmul/accept/fig06_collapsed_blocks.c")]
    [InlineData("techniques", "sarif", "matmul-paper/accept/fig14_array_of_sums.c")]
    public void ValidatorFindsNoError(string command, string format, string sample)
    {
        var log = Path.Combine(_folder, "report.sarif");
        using var errors = new StringWriter();
        CommandLine.Run([command, Repository.PathOf($"corpus/{sample}"), "--format", format, "-o", log], TextWriter.Null, errors);
        Assert.True(File.Exists(log), errors.ToString());

        Assert.Empty(ErrorsIn(log));
    }

    [Fact]
    public void ValidatorSeesWhatIsWrong()
    {
        var log = Path.Combine(_folder, "wrong.sarif");
        File.WriteAllText(log, """{ "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [ { "tool": { "driver": { } }, "results": [] } ] }""");

        Assert.True(!File.Exists(Validator) || ErrorsIn(log).Count > 0);
    }

    private List<string> ErrorsIn(string log)
    {
        if (!File.Exists(Validator))
        {
            output.WriteLine("environment: no SARIF validator; scripts/install-sarif-validator.sh fetches it where there is npm");
            return [];
        }

        var answer = Path.Combine(_folder, "answer.sarif");
        using var process = Process.Start(new ProcessStartInfo(Validator, ["validate", log, "--rule-kind", "Sarif;Ghas", "--output", answer, "--log", "ForceOverwrite"]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        using var document = JsonDocument.Parse(File.ReadAllText(answer));
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.TryGetProperty("level", out var level) && level.GetString() == "error")
            .Select(result => result.GetRawText())];
    }
}
