using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>What is no log to compare with, and what is said of it.</summary>
public sealed class BaselineFileTests : IDisposable
{
    private const string Ours = """{ "tool": { "driver": { "name": "HpcVerify" } }, "results": [] }""";
    private const string Theirs = """{ "tool": { "driver": { "name": "CodeQL" } }, "results": [] }""";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("int main;", ":1:1: 'i' cannot stand here")]
    [InlineData("", ":1:1: there is nothing in it")]
    [InlineData("[]", ":1:1: the whole is a list")]
    [InlineData("{}", ":1:1: 'version' is missing")]
    [InlineData("""{ "version": "2.1.0" }""", ":1:1: 'runs' is missing")]
    [InlineData("""{ "version": 2.1, "runs": [] }""", ":1:14: 'version' is 2.1 and has to be a text")]
    [InlineData("""{ "version": "2.1.0", "runs": [] }""", "is a log of no run")]
    [InlineData("""{ "version": "2.1.0", "runs": [ null ] }""", ":1:33: 'runs[0]' is null")]
    [InlineData("""{ "version": "2.1.0", "runs": [ {} ] }""", ":1:33: 'runs[0].tool' is missing")]
    [InlineData("""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "HpcVerify" } } } ] }""", "'runs[0].results' is missing")]
    [InlineData($$"""{ "version": "2.0.0", "runs": [ {{Ours}} ] }""", "is SARIF '2.0.0'")]
    [InlineData($$"""{ "version": "2.1.0", "$schema": "https://example.org/sarif-2.0.json", "runs": [ {{Ours}} ] }""", "has the schema 'https://example.org/sarif-2.0.json'")]
    [InlineData($$"""{ "version": "2.1.0", "runs": [ {{Theirs}} ] }""", "is a log of 'CodeQL'")]
    public void AMistakeIsAUsageErrorThatNamesIt(string log, string sentence)
    {
        var (code, output, errors) = Check(log);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($$"""{ "version": "2.1.0", "runs": [ {{Ours}} ] }""")]
    [InlineData($$"""{ "version": "2.1.0", "runs": [ {{Theirs}}, {{Ours}} ] }""")]
    [InlineData($$"""{ "version": "2.1.0", "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "runs": [ {{Ours}} ] }""")]
    public void ALogWithARunOfOursIsComparedWith(string log)
    {
        var (code, _, errors) = Check(log);

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("0 new, 0 unchanged, 0 fixed", errors, StringComparison.Ordinal);
    }

    private Answer Check(string log)
    {
        File.WriteAllText(_path, log);
        return Tool.Run("check", Repository.PathOf("corpus/axpy/accept/scalar.c"), "--baseline", _path);
    }
}
