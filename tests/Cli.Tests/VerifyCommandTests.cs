using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;
using HpcVerify.Verifier.AllSizes;

namespace HpcVerify.Cli.Tests;

/// <summary>What <c>verify</c> answers: the claims, their scope or witness, and the exit code.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private const string Right = """
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            for (int i = 0; i < n; i++)
                y[i] += alpha * x[i];
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void RightKernelIsProvedWithAScopeAndExitsZero()
    {
        var (code, claims) = Verify(Right);

        Assert.Equal(ExitCode.Clean, code);
        Assert.All(claims, claim => Assert.Equal("proved", claim.GetProperty("verdict").GetString()));
        Assert.All(claims, claim => Assert.NotEmpty(claim.GetProperty("scope").GetProperty("sizes").GetString()!));
    }

    [Fact]
    public void WrongKernelIsRefutedWithAWitnessAndExitsOne()
    {
        var (code, claims) = Verify(Right.Replace("i < n", "i < n - 1", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Finding, code);
        var witness = claims.Single(claim => claim.GetProperty("verdict").GetString() == "refuted").GetProperty("witness");
        Assert.Equal("n=1", witness.GetProperty("sizes").GetString());
        Assert.Equal("y[0]", witness.GetProperty("element").GetString());
    }

    [Fact]
    public void UnmodelledKernelIsOpenSaysWhatAndExitsFive()
    {
        var (code, claims) = Verify(Right.Replace("for (int i", "long double none = 0;\n    for (int i", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Open, code);
        Assert.All(claims.Where(claim => !claim.GetProperty("isForAllSizes").GetBoolean()), claim => Assert.Contains("long double", claim.GetProperty("reason").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void SizesAskedForAreTheScope()
    {
        var wrongAtSeven = Right.Replace("i < n", "i < (n == 7 ? 6 : n)", StringComparison.Ordinal);

        var (code, claims) = Verify(wrongAtSeven, "--sizes", "n=5", "--sizes", "n=6");
        Assert.Equal(ExitCode.Clean, code);
        Assert.All(claims, claim => Assert.Contains("n=5; n=6", claim.GetProperty("scope").GetProperty("sizes").GetString()!, StringComparison.Ordinal));

        Assert.Equal(ExitCode.Finding, Verify(wrongAtSeven, "--sizes", "n=7").Code);
    }

    [Fact]
    public void SidesTakenAreCounted()
    {
        var (_, output) = Run(Right.Replace("for (int i", "if (n < 0)\n        return;\n    for (int i", StringComparison.Ordinal), "json");

        var sides = JsonDocument.Parse(output).RootElement.GetProperty("files")[0].GetProperty("sides");
        Assert.Equal((5, 7), (sides.GetProperty("taken").GetInt32(), sides.GetProperty("all").GetInt32()));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("n=7,n=8")]
    [InlineData("n=many")]
    [InlineData("m=7")]
    public void SizesThatAreNoneAreAUsageError(string sizes) => Assert.Equal(ExitCode.Usage, Run(Right, "text", "--sizes", sizes).Code);

    [Fact]
    public void ProvedClaimIsWrittenDownAndProvedAgain()
    {
        var folder = Path.Combine(_folder, "certificates");
        var (code, claims) = Verify(Right, "--certify", folder);

        Assert.Equal(ExitCode.Clean, code);
        var certificate = claims.Single(claim => claim.GetProperty("property").GetString() == "equivalence").GetProperty("certificate");
        Assert.Equal(Path.Combine(folder, "axpy-kernel-equivalence.smt2"), certificate.GetProperty("file").GetString());
        Assert.Equal(certificate.GetProperty("questions").GetInt32(), certificate.GetProperty("confirmed").GetInt32());
        Assert.StartsWith("cvc5", certificate.GetProperty("solver").GetString(), StringComparison.Ordinal);
        Assert.Equal(certificate.GetProperty("questions").GetInt32(), File.ReadLines(certificate.GetProperty("file").GetString()!).Count(line => line == "(check-sat)"));
    }

    [Fact]
    public void WhatAClaimForAllSizesRestsOnIsProvedAgain()
    {
        var folder = Path.Combine(_folder, "certificates");
        var (_, claims) = Verify(File.ReadAllText(Repository.PathOf("corpus/axpy/accept/avx512_masked_tail.c")), "--certify", folder);

        var certificates = claims.Where(claim => claim.GetProperty("isForAllSizes").GetBoolean() && claim.TryGetProperty("certificate", out var certificate) && certificate.ValueKind is JsonValueKind.Object)
            .Select(claim => claim.GetProperty("certificate")).ToList();
        Assert.NotEmpty(certificates);
        Assert.All(certificates, certificate => Assert.Equal(certificate.GetProperty("questions").GetInt32(), certificate.GetProperty("confirmed").GetInt32()));
        Assert.All(certificates, certificate => Assert.EndsWith("-for-all-sizes.smt2", certificate.GetProperty("file").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void OtherSignatureIsAFinding() =>
        Assert.Equal((ExitCode.Finding, 0), Verify(Right.Replace("double alpha", "float alpha", StringComparison.Ordinal)) is var (code, claims) ? (code, claims.Count) : default);

    [Fact]
    public void TextNamesEveryPropertyOnALine()
    {
        var (code, output) = Run(Right, "text");

        Assert.Equal(ExitCode.Clean, code);
        Assert.Equal(
            ["termination", "memory", "arithmetic", "promises", "equivalence", "scope", "assumed", .. Enumerable.Repeat("all", Enum.GetValues<SizeProperty>().Length), "assumed", "sides", "cost"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    /// <summary>The elements that are left over come first and from the end, which no pattern of loops shows.</summary>
    private const string RestFirst = """
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            const int rest = n % 2;
            for (int i = 0; i < rest; i++)
                y[n - 1 - i] += alpha * x[n - 1 - i];
            for (int i = 0; i + 1 < n; i += 2) {
                y[i] += alpha * x[i];
                y[i + 1] += alpha * x[i + 1];
            }
        }
        """;

    [Fact]
    public void SuspicionThatAProofContradictsIsWithdrawnAndSaysSo()
    {
        var (code, output) = Run(RestFirst, "json");

        Assert.Equal(ExitCode.Clean, code);
        var file = JsonDocument.Parse(output).RootElement.GetProperty("files")[0];
        Assert.Empty(file.GetProperty("findings").EnumerateArray());
        var withdrawn = file.GetProperty("withdrawn").EnumerateArray().Single();
        Assert.Equal("HV5101", withdrawn.GetProperty("finding").GetProperty("ruleId").GetString());
        Assert.StartsWith("memory, equivalence proved for ", withdrawn.GetProperty("proof").GetString(), StringComparison.Ordinal);
        Assert.Contains("withdrawn   HV5101 at 6:5, because memory, equivalence proved for ", Run(RestFirst, "text").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const int rest = n % 2;", "const int rest = 0;")]
    [InlineData("double alpha", "double alpha")]
    public void SuspicionThatNothingContradictsStays(string from, string to)
    {
        string[] options = from == to ? ["--sizes", "n=4"] : [];
        var (_, output) = Run(RestFirst.Replace(from, to, StringComparison.Ordinal), "json", options);

        var file = JsonDocument.Parse(output).RootElement.GetProperty("files")[0];
        Assert.Equal(["HV5101"], file.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("ruleId").GetString()));
        Assert.Empty(file.GetProperty("withdrawn").EnumerateArray());
    }

    private (ExitCode Code, List<JsonElement> Claims) Verify(string code, params string[] options)
    {
        var (exit, output) = Run(code, "json", options);
        var file = JsonDocument.Parse(output).RootElement.GetProperty("files")[0];
        return (exit, [.. file.GetProperty("claims").EnumerateArray()]);
    }

    private (ExitCode Code, string Output) Run(string code, string format, params string[] options)
    {
        var path = Path.Combine(_folder, "kernel.c");
        File.WriteAllText(path, code);
        var (exit, output, _) = Tool.Run(["verify", "--kernel", "axpy", "--format", format, .. options, path]);
        return (exit, output);
    }
}
