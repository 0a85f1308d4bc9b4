using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests.Settings;

/// <summary><c>check -p</c>: the files and macros of a compilation database.</summary>
public sealed class CompileCommandsTests : IDisposable
{
    private const string Kernel = """
        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
        {
            CALL(A);
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-database-").FullName;

    public CompileCommandsTests() => File.WriteAllText(Path.Combine(_folder, "a kernel.c"), Kernel);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""cc -O3 -DCALL=cblas_dgemm -c 'a kernel.c' -o x.o""", ExitCode.Finding)]
    [InlineData("""cc -D CALL=(void) -c "a kernel.c" """, ExitCode.Clean)]
    [InlineData("""cc -DCALL=cblas_dgemm -UCALL -DCALL=(void) -c a\\ kernel.c""", ExitCode.Clean)]
    public void MacrosOfTheCommandHold(string command, ExitCode expected)
    {
        Database($$"""[ { "directory": "{{_folder}}", "file": "a kernel.c", "command": "{{command.Replace("\"", "\\\"", StringComparison.Ordinal)}}" }, { "directory": "/", "file": "x.cpp", "command": "c++ x.cpp" } ]""");

        Assert.Equal(expected, Check("-p", _folder));
    }

    [Theory]
    [InlineData("-DBLOCK=64", ExitCode.Clean)]
    [InlineData("-UBLOCK", ExitCode.Clean)]
    [InlineData("-DOTHER", ExitCode.Finding)]
    [InlineData("-DBLOCK=__GLIBC__", ExitCode.Finding)]
    public void WhatTheBuildDefinesMayBeTested(string option, ExitCode expected)
    {
        File.WriteAllText(Path.Combine(_folder, "a kernel.c"), "#if BLOCK > 32\n#endif\n" + Kernel.Replace("CALL(A);", "", StringComparison.Ordinal));
        Database($$"""[ { "directory": "{{_folder}}", "file": "a kernel.c", "arguments": [ "cc", "{{option}}", "a kernel.c" ] } ]""");

        Assert.Equal(expected, Check("-p", _folder));
    }

    [Fact]
    public void AMacroEndsWithItsLine()
    {
        Database($$"""[ { "directory": "{{_folder}}", "file": "a kernel.c", "arguments": [ "cc", "-DCALL=(void)\n#define A cblas_dgemm()", "a kernel.c" ] } ]""");

        Assert.Equal(ExitCode.Clean, Check("-p", _folder));
    }

    [Fact]
    public void ArgumentsMayBeAList()
    {
        Database($$"""[ { "directory": "/", "file": "{{_folder}}/a kernel.c", "arguments": [ "cc", "-DCALL=cblas_dgemm", "a kernel.c" ] } ]""");

        Assert.Equal(ExitCode.Finding, Check("-p", Path.Combine(_folder, "compile_commands.json")));
    }

    [Theory]
    [InlineData("[]", "compiles no C file")]
    [InlineData("{}", ":1:1: the whole is an object and has to be a list")]
    [InlineData("[ { } ]", ":1:3: '[0].directory' is missing")]
    [InlineData("[ null ]", ":1:3: '[0]' is null")]
    [InlineData("no json", ":1:2: 'o' cannot stand here")]
    [InlineData("""[ { "directory": "/", "file": "x.c" } ]""", "entry 1 has neither 'arguments' nor 'command'")]
    [InlineData("""[ { "directory": "here", "file": "x.c", "command": "cc" } ]""", "'directory' that is no full path")]
    [InlineData("""[ { "directory": "/", "file": "x\u0000.c", "command": "cc" } ]""", "null character")]
    [InlineData("""[ { "directory": "/", "file": "x.c", "arguments": "cc" } ]""", "'[0].arguments' is 'cc' and has to be a list")]
    [InlineData("""[ { "directory": "/", "file": "x.c", "arguments": [ null ] } ]""", "'[0].arguments[0]' is null")]
    public void WhatIsNoDatabaseIsAUsageError(string text, string sentence)
    {
        Database(text);

        var (code, _, errors) = Tool.Run("check", "-p", _folder);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutFilesAndWithoutADatabaseThereIsNothingToDo() => Assert.Equal(ExitCode.Usage, Check());

    private void Database(string text) => File.WriteAllText(Path.Combine(_folder, "compile_commands.json"), text);

    private static ExitCode Check(params string[] arguments) => CommandLine.Run(["check", .. arguments], TextWriter.Null, TextWriter.Null);
}
