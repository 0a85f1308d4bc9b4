using System.Text.Json;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>What <c>equiv</c> answers about two functions, and about questions that make no sense.</summary>
public sealed class EquivCommandTests : IDisposable
{
    private const string Pair = """
        float total(int n, const float *x)
        {
            float sum = 0;
            for (int i = 0; i < n; i++)
                sum += x[i];
            return sum;
        }

        float total_by_two(int n, const float *x)
        {
            float even = 0, odd = 0;
            int i = 0;
            for (; i + 1 < n; i += 2) {
                even += x[i];
                odd += x[i + 1];
            }
            return i < n ? even + odd + x[i] : even + odd;
        }
        """;

    private const string Contract = """
        #include <hpcverify.h>
        void total_contract(int n, const float *x)
        {
            requires(n >= 0 && n <= 1000);
            readable(x, n);
            tolerance(4.0 * n);
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-equiv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ReassociatedSumIsProvedWithinTheTolerance()
    {
        var (code, output, _) = Run(Pair, Contract, "total", "total_by_two", "--format", "json");

        Assert.Equal(ExitCode.Clean, code);
        var claims = JsonDocument.Parse(output).RootElement.GetProperty("files")[0].GetProperty("claims").EnumerateArray().ToList();
        Assert.All(claims, claim => Assert.Equal("proved", claim.GetProperty("verdict").GetString()));
        Assert.Contains("real arithmetic", claims.Single(claim => claim.GetProperty("property").GetString() == "equivalence").GetProperty("scope").GetProperty("theory").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LostTailIsRefutedWithAWitness()
    {
        var (code, output, _) = Run(Pair.Replace("i < n ? even + odd + x[i] : even + odd", "even + odd", StringComparison.Ordinal), Contract, "total", "total_by_two");

        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("equivalence refuted", output, StringComparison.Ordinal);
        Assert.Contains("witness     n=1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void WitnessOfTwoFunctionsIsReplayedWithoutACorpus()
    {
        var witnesses = Path.Combine(_folder, "witnesses");
        var wrong = Pair.Replace("i < n ? even + odd + x[i] : even + odd", "even + odd", StringComparison.Ordinal);
        var (code, output, _) = Run(wrong, Contract, "total", "total_by_two", "--witness", witnesses);

        var file = Assert.Single(Directory.GetFiles(witnesses));
        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains($"hpcverify replay {file}", output, StringComparison.Ordinal);

        (code, output, _) = Tool.Run(["replay", file]);
        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("reproduced", output, StringComparison.Ordinal);

        File.AppendAllText(Path.Combine(_folder, "contract.c"), "/* changed */\n");
        (code, _, var errors) = Tool.Run(["replay", file]);
        Assert.Equal(ExitCode.NotAnalysable, code);
        Assert.Contains("contract.c' is not what it was", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ProvedClaimsOfTwoFunctionsAreCertified()
    {
        var certificates = Path.Combine(_folder, "certificates");
        var (code, output, _) = Run(Pair, Contract, "total", "total_by_two", "--certify", certificates, "--sizes", "n=3", "--sizes", "n=5");

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("total-pair-equivalence.smt2", string.Join(' ', Directory.GetFiles(certificates)), StringComparison.Ordinal);
        Assert.Contains("cvc5", output, StringComparison.Ordinal);
    }

    [Fact]
    public void SizesOfTwoFunctionsAreThoseGiven()
    {
        var lostTail = Pair.Replace("i < n ? even + odd + x[i] : even + odd", "even + odd", StringComparison.Ordinal);

        Assert.Equal(ExitCode.Clean, Run(lostTail, Contract, "total", "total_by_two", "--sizes", "n=4").Code);
        Assert.Equal(ExitCode.Finding, Run(lostTail, Contract, "total", "total_by_two", "--sizes", "n=5").Code);
        Assert.Contains("'total' has the sizes n, not m", Run(lostTail, Contract, "total", "total_by_two", "--sizes", "m=5").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void BuffersThatMayOverlapDoAndTheReportSaysSo()
    {
        const string Shift = """
            void shift(int n, const double *x, double *y) { for (int i = 0; i < n; i++) y[i] = x[i]; }
            void backwards(int n, const double *x, double *y) { for (int i = n - 1; i >= 0; i--) y[i] = x[i]; }
            """;
        const string Anywhere = """
            #include <hpcverify.h>
            void shift_contract(int n, const double *x, double *y) { requires(n >= 0); readable(x, n); writes(y, n); }
            """;

        var (code, output, _) = Run(Shift, Anywhere, "shift", "backwards");
        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("witness     n=2 with y = x + 1, ", output, StringComparison.Ordinal);

        (code, output, _) = Run(Shift, Anywhere, "shift", "shift");
        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("or one pair of them overlaps: y = x + 1 at ", output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Clean, Run(Shift, Anywhere.Replace("writes(y, n);", "writes(y, n); disjoint(x, y);", StringComparison.Ordinal), "shift", "backwards").Code);
    }

    [Fact]
    public void FunctionWithStateOfItsOwnIsLikeItself()
    {
        const string Counter = "float total(int n, const float *x)\n{\n    static int calls;\n    (void)n; (void)x;\n    return ++calls;\n}\n";

        Assert.Equal(ExitCode.Clean, Run(Counter, Contract, "total", "total").Code);
    }

    [Fact]
    public void ReferenceThatRunsForeverLeavesEquivalenceOpen()
    {
        const string Forever = "float total(int n, const float *x)\n{\n    for (;;) { if (n < 0) return x[0]; }\n}\n";

        Assert.Equal(ExitCode.Open, Run(Forever + Pair.Replace("float total(", "float other(", StringComparison.Ordinal), Contract, "total", "total_by_two").Code);
    }

    [Fact]
    public void OtherSignatureIsAFindingAboutTheCandidate()
    {
        var (code, output, _) = Run(Pair.Replace("total_by_two(int n", "total_by_two(long n", StringComparison.Ordinal), Contract, "total", "total_by_two");

        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("HV1001", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absent", "total", "defines no function 'absent'")]
    [InlineData("wide", "wide", "its parameter 'n' has another type than 'n'")]
    [InlineData("narrow", "narrow", "it has 2 parameters, and the function 1")]
    public void QuestionThatMakesNoSenseIsAUsageError(string reference, string candidate, string sentence)
    {
        var (code, _, errors) = Run(Pair + "\nfloat wide(long n, const float *x) { return x[n]; }\nfloat narrow(int n) { return n; }\n", Contract, reference, candidate);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFunctionOfTheCandidateIsAFinding() => Assert.Equal(ExitCode.Finding, Run(Pair, Contract, "total", "absent").Code);

    [Fact]
    public void FileWithoutContractIsAUsageError() => Assert.Equal(ExitCode.Usage, Run(Pair, "int n;\n", "total", "total").Code);

    [Fact]
    public void MissingFileCannotBeAnalysed() =>
        Assert.Equal(ExitCode.NotAnalysable, Tool.Run(["equiv", "none.c:total", "none.c:total", "--contract", "none.c"]).Code);

    [Fact]
    public void PlaceWithoutFunctionIsAUsageError() =>
        Assert.Contains("is FILE.c:function", Tool.Run(["equiv", "pair.c", "pair.c:total", "--contract", "none.c"]).Errors, StringComparison.Ordinal);

    private Answer Run(string pair, string contract, string reference, string candidate, params string[] options)
    {
        var (pairFile, contractFile) = (Path.Combine(_folder, "pair.c"), Path.Combine(_folder, "contract.c"));
        File.WriteAllText(pairFile, pair);
        File.WriteAllText(contractFile, contract);
        return Tool.Run(["equiv", $"{pairFile}:{reference}", $"{pairFile}:{candidate}", "--contract", contractFile, .. options]);
    }
}
