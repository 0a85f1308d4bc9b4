using System.Text.Json;
using System.Xml.Linq;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests.Reports;

/// <summary>Reports for other tools: well-formed whatever the source holds, complete, and where they were asked to go.</summary>
public sealed class ReportFormatTests : IDisposable
{
    /// <summary>Hostile in Markdown, HTML, XML, JSON, workflow commands and terminals alike.</summary>
    private const string Hostile = """
        #include <dlfcn.h>
        #include "</script><img src=x onerror=alert(1)>%0A::error::![a](http://b)|`]]>.h"
        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) { dlsym(0, "cblas_dgemm"); }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-formats-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Every command that reports of files: the list is checked against the commands that there are.</summary>
    public static IEnumerable<object[]> Verbose =>
        from command in (string[])["check", "races", "score", "techniques", "verify"]
        from format in (string[])["json", "sarif", "sarif-github"]
        select new object[] { command, format };

    [Theory, MemberData(nameof(Verbose))]
    public void StandardOutputIsOneDocumentEvenWhenVerbose(string command, string format)
    {
        var (_, output, errors) = Tool.Run(command, Repository.PathOf("corpus/axpy/reject/calls_cblas_daxpy.c"), "--format", format, "-o", "-", "-v");

        using var document = JsonDocument.Parse(output);
        Assert.Single(document.RootElement.GetProperty(format == "json" ? "files" : "runs").EnumerateArray());
        Assert.Contains("done after", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryCommandWithReportsIsTried()
    {
        var commands = Tool.Run("--help").Output.Split('\n').SkipWhile(line => line != "Commands:").Skip(1).Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0);
        var reporting = commands.Where(name => Tool.Run(name, "--help").Output.Contains("sarif-github", StringComparison.Ordinal)).ToList();

        // 'equiv' is about one file, and has no '-v'.
        Assert.Equal(Verbose.Select(row => (string)row[0]).Append("equiv").Distinct().Order(), reporting.Order());
    }

    [Fact]
    public void ARaceHasBothOfItsPlaces()
    {
        var file = Written("void f(int n, double *x)\n{\n#pragma omp parallel for\n    for (int i = 0; i < n; i++)\n        x[i] = x[i + 1];\n}\n");
        using var document = JsonDocument.Parse(Tool.Run("races", file, "--format", "sarif-github").Output);
        var result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];

        Assert.Equal("HV4001", result.GetProperty("ruleId").GetString());
        Assert.Single(result.GetProperty("relatedLocations").EnumerateArray());
    }

    [Fact]
    public void TechniquesAreNotesAndFailNothing()
    {
        var file = Repository.PathOf("corpus/matmul-paper/accept/fig14_array_of_sums.c");
        using var document = JsonDocument.Parse(Tool.Run("techniques", file, "--format", "sarif").Output);
        var results = document.RootElement.GetProperty("runs")[0].GetProperty("results");

        Assert.NotEmpty(results.EnumerateArray());
        Assert.All(results.EnumerateArray(), result => Assert.Equal(("informational", "none"), (result.GetProperty("kind").GetString(), result.GetProperty("level").GetString())));
        Assert.All(Tool.Run("techniques", file, "--format", "github").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("::notice ", line, StringComparison.Ordinal));
        Assert.Equal("0", XElement.Parse(Tool.Run("techniques", file, "--format", "junit").Output).Element("testsuite")!.Attribute("failures")!.Value);
    }

    [Fact]
    public void EveryResultHasWhatCodeScanningReads()
    {
        using var document = JsonDocument.Parse(Tool.Run("check", Written(Hostile), "--format", "sarif-github").Output);
        var run = document.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        Assert.All(rules.EnumerateArray(), rule =>
        {
            Assert.Matches("^[A-Z][A-Za-z0-9]*$", rule.GetProperty("name").GetString());
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
        });
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Matches("^[0-9a-f]+:[0-9]+$", result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());
            Assert.Equal("fail", result.GetProperty("kind").GetString());
            var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
            Assert.True(region.GetProperty("startLine").GetInt32() >= 1 && region.GetProperty("startColumn").GetInt32() >= 1);
        });
    }

    [Fact]
    public void JunitIsXmlWithAFailureForEachError()
    {
        var suites = XElement.Parse(Tool.Run("check", Written(Hostile), "--format", "junit").Output);

        var suite = Assert.Single(suites.Elements("testsuite"));
        Assert.Equal(suite.Attribute("failures")!.Value, suite.Elements("testcase").Count(made => made.Element("failure") is not null).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual("0", suite.Attribute("failures")!.Value);
    }

    [Fact]
    public void AnnotationsAreOneCommandALine()
    {
        var lines = Tool.Run("check", Written(Hostile), "--format", "github").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches("^::(error|warning|notice) file=[^,:]+,line=[0-9]+,col=[0-9]+,endLine=[0-9]+,endColumn=[0-9]+,title=[^,:]+::", line));
    }

    [Fact]
    public void MarkdownHoldsNoMarkupFromTheSource()
    {
        var output = Tool.Run("check", Written(Hostile), "--format", "markdown").Output;

        Assert.Contains("HV1102", output, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", output, StringComparison.Ordinal);
        Assert.DoesNotContain("](", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n').Where(line => line.StartsWith('|')), line => Assert.Equal(5, line.Count(character => character == '|')));
    }

    [Fact]
    public void ReportsOfTheirOwnFormatComeOnTopOfTheUsualOne()
    {
        var (sarif, junit) = (Path.Combine(_folder, "out", "x.sarif"), Path.Combine(_folder, "x.xml"));
        var output = Tool.Run("check", Written(Hostile), "--output", $"sarif={sarif}", "--output", $"junit={junit}").Output;

        Assert.Contains("[HV1102]", output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllText(sarif));
        Assert.Equal("testsuites", XElement.Load(junit).Name);
    }

    [Theory]
    [InlineData("sarif=")]
    [InlineData("-", "sarif=-")]
    [InlineData("json=/tmp/twice", "sarif=/tmp/./twice")]
    public void PlacesThatAreNoneOrTakenAreUsageErrors(params string[] places) =>
        Assert.Equal(ExitCode.Usage, Tool.Run(["check", Written(Hostile), .. places.SelectMany(place => new[] { "-o", place })]).Code);

    [Fact]
    public void AReportThatCannotBeWrittenIsAUsageError()
    {
        var (code, _, errors) = Tool.Run("check", Written(Hostile), "--output", $"sarif={_folder}");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("cannot be written: it is a directory", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheBaselineHasIsUnchangedAndFailsNothingEvenWhereItMoved()
    {
        var log = Path.Combine(_folder, "old.sarif");
        Tool.Run("check", Written(Hostile), "--format", "sarif", "-o", log);

        var (code, output, errors) = Tool.Run("check", Written("\n\n" + Hostile), "--baseline", log, "--output", $"sarif={log}2");

        Assert.Equal((ExitCode.Clean, true), (code, errors.Contains("0 new", StringComparison.Ordinal)));
        Assert.DoesNotContain("[HV", output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllText(log + "2"));
        Assert.All(document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray(), result => Assert.Equal("unchanged", result.GetProperty("baselineState").GetString()));
    }

    [Fact]
    public void WhatIsNotInTheBaselineIsNewAndFails()
    {
        var log = Path.Combine(_folder, "old.sarif");
        Tool.Run("check", Written(Hostile), "--format", "sarif", "-o", log);

        var (code, output, errors) = Tool.Run("check", Written(Hostile.Replace("dlsym(0, \"cblas_dgemm\");", "A[0] = 0; cblas_dgemm();", StringComparison.Ordinal)), "--baseline", log);

        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("[HV1101]", output, StringComparison.Ordinal);
        Assert.Matches("[1-9] new, [0-9]+ unchanged, [1-9][0-9]* fixed", errors);
    }

    private string Written(string code)
    {
        var path = Path.Combine(_folder, "kernel.c");
        File.WriteAllText(path, code);
        return path;
    }

    [Theory]
    [InlineData("sarf"), InlineData("md")]
    public void AMisspeltFormatIsNoFile(string format)
    {
        var (code, _, errors) = Tool.Run("check", Written(Hostile), "--output", $"{format}={_folder}/report");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains($"there is no report format '{format}'", errors, StringComparison.Ordinal);
    }

    /// <summary>A checked-in file must not make a gate wait for ever, or eat its memory.</summary>
    [Theory]
    [InlineData("check", "--baseline"), InlineData("check", "-p"), InlineData("score", "--weights")]
    public void DevicesAreNotOpenedForOptions(string command, string option)
    {
        var (code, _, errors) = Tool.Run(command, Written(Hostile), option, "/dev/zero");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("it is not a regular file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingsDoNotExtendDevices()
    {
        var file = Written(Hostile);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, ".hpcverify.json"), """{ "extends": "/dev/zero" }""");
        var (code, _, errors) = Tool.Run("check", file);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("it is not a regular file", errors, StringComparison.Ordinal);
    }
}
