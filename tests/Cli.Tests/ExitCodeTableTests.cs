using System.Diagnostics;
using System.Globalization;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>README.md's table of exit codes: the program is run for everything that a row says.</summary>
public sealed class ExitCodeTableTests : IDisposable
{
    private const string Open = "| Exit code | |";

    /// <summary>What bash runs for each entry of the table, in a folder of its own.</summary>
    private static readonly Dictionary<(int Code, string Meaning), string> Scripts = new()
    {
        [(0, "no finding")] = "$TOOL check $CORPUS/axpy/accept/scalar.c",
        [(0, "a warning without `--fail-on warning`")] = $"{Warning}; $TOOL check kernel.c",
        [(0, "every claim proved")] = "$TOOL verify $CORPUS/axpy/accept/scalar.c",
        [(0, "every file ok")] = "$TOOL score $CORPUS/axpy/accept/scalar.c",
        [(0, "no race")] = "$TOOL races $CORPUS/axpy/accept/openmp_parallel_for_simd.c",
        [(0, "techniques listed")] = "$TOOL techniques $CORPUS/axpy/accept/unrolled_by_eight.c",
        [(0, "test cases made")] = "$TOOL testgen $CORPUS/axpy/accept/scalar.c",
        [(0, "a program written")] = $"{Witness}; $TOOL replay w/*.json --emit program.c",
        [(0, "a search that is done")] = "mkdir k; cp $CORPUS/axpy/accept/scalar.c k; $TOOL search axpy --policy scripted:k --archive a.db -n 1 -g 1 --stages 1",
        [(1, "a finding")] = "$TOOL check $CORPUS/axpy/reject/calls_cblas_daxpy.c",
        [(1, "a warning with `--fail-on warning`")] = $"{Warning}; $TOOL check --fail-on warning kernel.c",
        [(1, "a refuted claim")] = "$TOOL verify $CORPUS/axpy/reject/tail_overruns.c",
        [(1, "a race")] = $"{Loop("x[i] = x[i + 1];")}; $TOOL races loop.c",
        [(1, "a counterexample among the test cases")] = "$TOOL testgen $CORPUS/axpy/reject/tail_dropped.c",
        [(1, "a level below ok")] = "$TOOL score $CORPUS/axpy/reject/calls_cblas_daxpy.c",
        [(1, "a witness that was reproduced")] = $"{Witness}; $TOOL replay w/*.json",
        [(1, "`doctor`: kernels cannot be scored here")] = "HPCVERIFY_CACHE=/proc/nowhere $TOOL doctor",
        [(2, "usage")] = "$TOOL check --no-such-option",
        [(2, "configuration")] = "echo '{ \"rulez\": 1 }' >.hpcverify.json; cp $CORPUS/axpy/accept/scalar.c .; $TOOL check scalar.c",
        [(2, "a missing tool")] = "HPCVERIFY_CC=/nowhere/gcc $TOOL check $CORPUS/axpy/accept/scalar.c",
        [(2, "output that cannot be written")] = "$TOOL check $CORPUS/axpy/accept/scalar.c -o sarif=/proc/nowhere/x",
        [(3, "an input that cannot be read, or not in time")] = "$TOOL check absent.c",
        [(3, "one that cannot be analysed")] = "touch empty.c; $TOOL check empty.c",
        [(3, "a witness whose kernel has changed since")] = $"{Witness}; echo >>kernel.c; $TOOL replay w/*.json",
        [(5, "unsupported C")] = $"{Kernel("double none = __real__ 1.0i;")}; $TOOL check --kernel axpy kernel.c",
        [(5, "a claim that is neither proved nor refuted")] = $"{Kernel("long double none = 0;")}; $TOOL verify --kernel axpy kernel.c",
        [(5, "a region that may race")] = $"{Loop("x[(int)x[i]] = 1;")}; $TOOL races loop.c",
        [(5, "a witness that was not reproduced")] = $"{Witness}; old=$(sha256sum <kernel.c); {Kernel("")}; new=$(sha256sum <kernel.c); sed -i s/${{old%% *}}/${{new%% *}}/ w/*.json; $TOOL replay w/*.json",
        [(5, "unscored")] = $"{Kernel("int nested(int i) { return i; }")}; $TOOL score --kernel axpy kernel.c",
        [(5, "a search that has no more answers or scores")] = "$TOOL search axpy --policy http://127.0.0.1:1 --model m --attempts 1 --archive a.db -n 1 -g 1",
        // An installation that lost a part of itself is nobody's mistake but ours.
        [(70, "a bug of ours")] = "cp $(dirname $PROGRAM)/{*.dll,hpcverify.*.json} .; dotnet hpcverify.dll check $CORPUS/axpy/accept/scalar.c",
        [(130, "ended by SIGINT, and running kernels with it")] = "timeout --preserve-status -s INT 5 $TOOL check -",
        [(143, "ended by SIGTERM, and running kernels with it")] = "timeout --preserve-status -s TERM 5 $TOOL check -",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-codes-").FullName;

    public static IEnumerable<object[]> Table => Rows().Select(row => new object[] { row.Code, row.Meaning });

    /// <summary>A kernel that leaves out the last element, and what refutes it.</summary>
    private static string Witness => $"{Kernel("n = n - 1;")}; $TOOL verify --kernel axpy --sizes n=1 --witness w kernel.c >/dev/null";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Table))]
    public void TheProgramAnswersAsTheTableSays(int code, string meaning)
    {
        Assert.True(Scripts.TryGetValue((code, meaning), out var script), $"no test for exit code {code}, '{meaning}'");

        var (answer, said) = Run(script);

        Assert.True(code == answer, $"{answer}: {said}");
    }

    [Fact]
    public void TheTableHasEveryCodeAndEveryTest()
    {
        Assert.Equal(Enum.GetValues<ExitCode>().Select(code => (int)code).Order(), Rows().Select(row => row.Code).Distinct().Order());
        Assert.Equal(Scripts.Keys.Order(), Rows().Order());
    }

    [Theory]
    [InlineData(2, "$TOOL check $BAD absent.c $GOOD -o sarif=/proc/nowhere/x")]
    [InlineData(1, "$TOOL check $OPEN absent.c $BAD $GOOD")]
    [InlineData(3, "$TOOL check $OPEN absent.c $GOOD")]
    [InlineData(5, "$TOOL check $GOOD $OPEN")]
    public void OfSeveralFilesTheFirstInTheOrderOfTheReadmeHolds(int code, string script)
    {
        var (answer, said) = Run($"{Kernel("double none = __real__ 1.0i;")}; OPEN='--kernel axpy kernel.c' GOOD=$CORPUS/axpy/accept/scalar.c BAD=$CORPUS/axpy/reject/calls_cblas_daxpy.c; {script}");

        Assert.True(code == answer, $"{answer}: {said}");
        Assert.Contains("With several files, the first of 70, 2, 1, 3, 5 that any file has.", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<(int Code, string Meaning)> Rows() =>
        from line in File.ReadLines(Repository.PathOf("README.md")).SkipWhile(line => line != Open).Skip(2).TakeWhile(line => line.StartsWith('|'))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        from meaning in cells[2].Split("; ")
        select (int.Parse(cells[1], CultureInfo.InvariantCulture), meaning);

    private static string Loop(string body) => $"echo 'void f(int n, double *x) {{\n#pragma omp parallel for\nfor (int i = 0; i < n; i++) {body} }}' >loop.c";

    private static string Warning => "echo 'void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) { static int calls; C[0] = calls++; }' >kernel.c";

    private static string Kernel(string first) =>
        $"echo 'void axpy_optimized(int n, double alpha, const double *x, double *y) {{ {first} for (int i = 0; i < n; i++) y[i] += alpha * x[i]; }}' >kernel.c";

    private (int Code, string Said) Run(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["PROGRAM"] = typeof(CommandLine).Assembly.Location;
        start.Environment["TOOL"] = $"dotnet {typeof(CommandLine).Assembly.Location}";
        start.Environment["CORPUS"] = Repository.PathOf("corpus");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
