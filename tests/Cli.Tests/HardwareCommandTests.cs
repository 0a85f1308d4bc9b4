using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.Rewards.Hardware;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify hardware</c>: tables, documents, exit codes, and this machine.</summary>
public sealed class HardwareCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-hardware");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AllMachinesAreListedWithTheirPeaks()
    {
        var lines = Run("hardware", "show").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(HardwareReader.Names(Repository.PathOf("corpus/hardware")), lines.Select(line => line.Split(' ')[0]));
        Assert.Contains(lines, line => line.StartsWith("xeon-gold-6230", StringComparison.Ordinal) && line.Contains("40 cores      2688 GFLOPS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("peak-double 2688 GFLOPS")]
    [InlineData("peak-clock 2.1 GHz")]
    [InlineData("memory 281.6 GB/s")]
    [InlineData("l3 28160 KiB")]
    public void AMachineIsShownWithItsFigures(string row)
    {
        var (code, output, _) = Run("hardware", "show", "xeon-gold-6230");

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains(row, output.Split('\n').Select(Words));
    }

    [Fact]
    public void AMachineIsADocumentForTools()
    {
        using var document = JsonDocument.Parse(Run("hardware", "show", "epyc-9654", "--format", "json").Output);
        var figures = document.RootElement.GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("key").GetString()!, figure => figure.GetProperty("value"));

        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(96, document.RootElement.GetProperty("specification").GetProperty("coresPerSocket").GetInt32());
        Assert.Equal(3686.4, figures["peak-double"].GetDouble(), 1e-9);
        Assert.Equal(JsonValueKind.Null, figures["measured-fma"].ValueKind);
    }

    [Fact]
    public void AMachineIsToldInWords() => Assert.StartsWith("The kernel runs on AWS Graviton3", Run("hardware", "show", "graviton3", "--format", "prompt").Output, StringComparison.Ordinal);

    [Fact]
    public void TwoMachinesStandSideBySide()
    {
        var (code, output, _) = Run("hardware", "compare", "xeon-gold-6230", "a64fx");
        var lines = output.Split('\n').Select(Words).ToList();

        Assert.Equal(ExitCode.Clean, code);
        Assert.Equal("xeon-gold-6230 a64fx ratio", lines[0]);
        Assert.Contains("cores 40 48 1.2", lines);
        Assert.Contains("l3 28160 - - KiB", lines);
        Assert.Contains("only a64fx: asimd asimdhp asimdrdm fcma fphp sve", lines);
    }

    [Fact]
    public void AComparisonIsADocumentForTools()
    {
        using var document = JsonDocument.Parse(Run("hardware", "compare", "graviton3", "epyc-9654", "--format", "json").Output);
        var cores = document.RootElement.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("key").GetString() == "cores");

        Assert.Equal((64, 96, 1.5), (cores.GetProperty("first").GetDouble(), cores.GetProperty("second").GetDouble(), cores.GetProperty("ratio").GetDouble()));
        Assert.Contains("avx2", document.RootElement.GetProperty("extensionsOfSecond").EnumerateArray().Select(extension => extension.GetString()));
    }

    [Fact]
    public void MachinesThatAreNotThereOrWrongAreUsageErrors()
    {
        var wrong = Path.Combine(_folder.FullName, "wrong.json");
        File.WriteAllText(wrong, "{ \"name\": \"x\", \"speed\": 1 }");

        var (absent, malformed) = (Run("hardware", "show", "absent"), Run("hardware", "compare", "a64fx", wrong));

        Assert.Equal((ExitCode.Usage, ""), (absent.Code, absent.Output));
        Assert.Contains("there is no machine 'absent'", absent.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, malformed.Code);
        Assert.Contains(":1:16: there is no key 'speed' here", malformed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ThisMachineIsDescribedAndTheFileIsShownAgain()
    {
        var path = Path.Combine(_folder.FullName, "this-one.json");

        var detected = Run("hardware", "detect", "--no-probes", "-o", path);

        Assert.Equal((ExitCode.Clean, ""), (detected.Code, detected.Errors));
        Assert.StartsWith("this-one: ", detected.Output, StringComparison.Ordinal);
        Assert.Equal(detected.Output, Run("hardware", "show", path).Output);
    }

    [Fact]
    public void ThisMachineIsMeasured()
    {
        var path = Path.Combine(_folder.FullName, "this-one.json");

        var (code, _, errors) = Run("hardware", "detect", "--format", "json", "-o", path);

        var (machine, problem) = HardwareReader.Read(path);
        Assert.Null(problem);
        Assert.InRange(machine!.Measured!.FmaGflops!.Value, 1, 2 * (Peak.LimitGflops(machine, 64) ?? 100_000));
        Assert.Equal(machine.Measured.TriadGigabytesPerSecond is null ? (ExitCode.Open, true) : (ExitCode.Clean, false), (code, errors.Contains("memory was not measured", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("This One.json", "'name' has lower-case letters")]
    [InlineData("absent\0/x.json", "cannot be written")]
    public void AFileThatNobodyCouldReadAgainIsAUsageError(string name, string sentence)
    {
        var (code, _, errors) = Run("hardware", "detect", "--no-probes", "-o", Path.Combine(_folder.FullName, name));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hardware", "docs/hardware.schema.json")]
    [InlineData("weights", "docs/reward-weights.schema.json")]
    [InlineData("settings", "docs/hpcverify.schema.json")]
    public void TheSchemaThatIsPublishedIsTheOneInForce(string kind, string file) =>
        Assert.Equal(File.ReadAllText(Repository.PathOf(file)), Run("config", "schema", kind).Output);

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static (ExitCode Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (CommandLine.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
