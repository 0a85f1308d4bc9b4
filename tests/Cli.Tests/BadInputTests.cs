using System.Diagnostics;
using System.Text;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>Inputs that are no kernels: a clear finding and the documented code, quickly, and never a crash.</summary>
public sealed class BadInputTests : IDisposable
{
    private const int Deep = 100_000;
    private const string Opening = "void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) {\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string, string, int> Inputs => new()
    {
        { "empty", "HV0010", (int)ExitCode.NotAnalysable },
        { "blank", "HV0010", (int)ExitCode.NotAnalysable },
        { "binary", "HV0012", (int)ExitCode.NotAnalysable },
        { "huge", "HV0011", (int)ExitCode.NotAnalysable },
        { "invalid UTF-8", "HV0013", (int)ExitCode.NotAnalysable },
        { "deep parentheses", "HV0014", (int)ExitCode.NotAnalysable },
        { "deep braces", "HV0014", (int)ExitCode.NotAnalysable },
        { "deep ifs", "HV0014", (int)ExitCode.NotAnalysable },
        { "else-if chain", "HV0014", (int)ExitCode.NotAnalysable },
        { "deep negation", "HV0014", (int)ExitCode.NotAnalysable },
        { "deep pointers", "HV0014", (int)ExitCode.NotAnalysable },
        { "long sum", "HV0014", (int)ExitCode.NotAnalysable },
        { "deep conditionals", "HV0014", (int)ExitCode.NotAnalysable },
        { "unterminated comment", "HV0015", (int)ExitCode.NotAnalysable },
        { "doubling macros", "HV0017", (int)ExitCode.NotAnalysable },
        { "doubling calls of macros", "HV0017", (int)ExitCode.NotAnalysable },
        { "doubling macros without text", "HV0017", (int)ExitCode.NotAnalysable },
        { "macros that nest brackets", "HV0017", (int)ExitCode.NotAnalysable },
        { "macros that chain operators", "HV0014", (int)ExitCode.NotAnalysable },
        { "prose", "HV0001", (int)ExitCode.Finding },
        { "missing entry point", "HV0001", (int)ExitCode.Finding },
        { "system file", "HV1111", (int)ExitCode.Finding },
        { "device file", "HV1111", (int)ExitCode.Finding },
    };

    public void Dispose() => File.Delete(_path);

    [Theory, MemberData(nameof(Inputs))]
    public void IsReportedAndNothingCrashes(string input, string rule, int code)
    {
        File.WriteAllBytes(_path, Bytes(input));
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var watch = Stopwatch.StartNew();

        var answer = CommandLine.Run(["check", _path], output, errors);

        Assert.Contains($"[{rule}]", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(code, (int)answer);
        Assert.True(watch.Elapsed < Patience, $"{input} took {watch.Elapsed}");
    }

    private static byte[] Bytes(string input) => input switch
    {
        "empty" => [],
        "blank" => " \n\t\n"u8.ToArray(),
        "binary" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1, 2],
        "huge" => Enumerable.Repeat((byte)' ', 50 << 20).ToArray(),
        "invalid UTF-8" => [.. Encoding.ASCII.GetBytes(Opening), 0xC3, 0x28, (byte)'}'],
        _ => Encoding.UTF8.GetBytes(Text(input)),
    };

    private static string Text(string input) => input switch
    {
        "deep parentheses" => $"{Opening} M = {Repeat("(", Deep)}1{Repeat(")", Deep)}; }}",
        "deep braces" => $"{Opening}{Repeat("{", Deep)}{Repeat("}", Deep)} }}",
        "deep ifs" => $"{Opening}{Repeat("if(M)", Deep)}; }}",
        "else-if chain" => $"{Opening}{Repeat("if(M);else ", 80_000)}; }}",
        "deep negation" => $"{Opening} M = {Repeat("- ", Deep)}1; }}",
        "deep pointers" => $"int {Repeat("*", Deep)}p;\n{Opening}}}",
        "long sum" => $"{Opening} M = {Repeat("1+", Deep)}1; }}",
        "deep conditionals" => $"{Opening} M = {Repeat("M?1:", Deep)}1; }}",
        "unterminated comment" => $"{Opening} /* {Repeat("never closed ", 100)}",
        "doubling macros" => $"{Doubling(40, "+")}{Opening} M = A40; }}",
        "doubling macros without text" => $"#define A0\n{Doubling(40, "")}{Opening} A40 }}",
        "macros that chain operators" => $"#define A0 1\n{Doubling(14, "+")}{Opening} M = A14; }}",
        "macros that nest brackets" => $"#define A0(x) (x)\n{string.Concat(Enumerable.Range(1, 9).Select(step => $"#define A{step}(x) A{step - 1}(A{step - 1}(x))\n"))}{Opening} M = A9(1); }}",
        "doubling calls of macros" => $"#define TWICE(x) x + x\n{Opening} M = {Repeat("TWICE(", 60)}1{Repeat(")", 60)}; }}",
        "prose" => "I am sorry, I cannot write that kernel.",
        "missing entry point" => "int other(void) { return 1; }",
        "system file" => "#include \"/etc/passwd\"\n" + Opening + "}",
        "device file" => "#include \"/dev/zero\"\n" + Opening + "}",
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };

    private static string Doubling(int steps, string between) =>
        string.Concat(Enumerable.Range(1, steps).Select(step => $"#define A{step} A{step - 1} {between} A{step - 1}\n"));

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
