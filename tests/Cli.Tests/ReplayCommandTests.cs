using System.Security.Cryptography;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>From a refuted kernel to a witness, and from there to a program that fails again.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private const string Wrong = """
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            for (int i = 0; i < n - 1; i++)
                y[i] += alpha * x[i];
        }
        """;

    private const string Racy = """
        static double shared;
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
        #pragma omp parallel for
            for (int i = 0; i < n; i++) {
                shared = alpha * x[i];
                y[i] += shared;
            }
        }
        """;

    private const string Ordered = """
        static double shared;
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
        #pragma omp parallel
            for (int i = 0; i < n; i++) {
        #pragma omp single
                shared = alpha * x[i];
        #pragma omp master
                y[i] += shared;
        #pragma omp barrier
            }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-replay-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WrongResultIsReproducedByValueAndExitsOne()
    {
        var (code, output, _) = Tool.Run("replay", WitnessOf(Wrong));

        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("reproduced natively, by value", output, StringComparison.Ordinal);
        Assert.Contains("y[0] is ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AccessOutsideIsReproducedUnderASanitizer()
    {
        var (code, output, _) = Tool.Run("replay", WitnessOf(Wrong.Replace("n - 1", "n + 1", StringComparison.Ordinal)));

        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("reproduced natively under AddressSanitizer", output, StringComparison.Ordinal);
    }

    [Fact]
    public void RaceIsReproducedWithItsThread()
    {
        var witness = WitnessOf(Racy);
        var (code, output, _) = Tool.Run("replay", witness);

        Assert.Equal(ExitCode.Finding, code);
        Assert.Contains("reproduced", output, StringComparison.Ordinal);
        Assert.Contains("\"thread\": 1", File.ReadAllText(witness), StringComparison.Ordinal);
    }

    /// <summary>The sanitizer must know what OpenMP orders, or it would reproduce any race that it is told of.</summary>
    [Fact]
    public void OrderedAccessesAreNotReproducedAsARace()
    {
        var witness = WitnessOf(Racy);
        var before = Digest();
        File.WriteAllText(Path.Combine(_folder, "kernel.c"), Ordered);
        File.WriteAllText(witness, File.ReadAllText(witness).Replace(before, Digest(), StringComparison.Ordinal));

        Assert.Equal(ExitCode.Open, Tool.Run("replay", witness).Code);
    }

    [Fact]
    public void EmittedProgramHoldsReferenceInputsAndKernel()
    {
        var path = Path.Combine(_folder, "replay.c");

        Assert.Equal(ExitCode.Clean, Tool.Run("replay", WitnessOf(Wrong), "--emit", path).Code);
        var text = File.ReadAllText(path);
        Assert.All(["axpy_reference(", "x_input[1]", "int main(void)", Wrong], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void WitnessOfARightKernelIsNotReproducedAndExitsFive()
    {
        var witness = WitnessOf(Wrong);
        var right = Wrong.Replace("n - 1", "n", StringComparison.Ordinal);
        var before = Digest();
        File.WriteAllText(Path.Combine(_folder, "kernel.c"), right);
        File.WriteAllText(witness, File.ReadAllText(witness).Replace(before, Digest(), StringComparison.Ordinal));

        var (code, output, _) = Tool.Run("replay", witness);

        Assert.Equal(ExitCode.Open, code);
        Assert.Contains("not reproduced", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedKernelIsRefusedAndExitsThree()
    {
        var witness = WitnessOf(Wrong);
        File.AppendAllText(Path.Combine(_folder, "kernel.c"), "\n");

        var (code, _, errors) = Tool.Run("replay", witness);

        Assert.Equal(ExitCode.NotAnalysable, code);
        Assert.Contains("is not what it was", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no witness")]
    [InlineData("{}", "no witness")]
    [InlineData("null", "no witness")]
    public void OtherTextIsNoWitness(string text, string complaint)
    {
        var path = Path.Combine(_folder, "witness.json");
        File.WriteAllText(path, text);

        var (code, _, errors) = Tool.Run("replay", path);

        Assert.Equal(ExitCode.NotAnalysable, code);
        Assert.Contains(complaint, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"team\": 1", "\"team\": 0", "out of range")]
    [InlineData("hpcverify-witness-1", "hpcverify-witness-9", "schema")]
    [InlineData("\"n\": 1", "\"n\": 2", "arguments")]
    [InlineData("\"n\": 1", "\"n\": -2", "contract")]
    [InlineData("\"property\": \"equivalence\"", "\"property\": \"beauty\"", "property")]
    public void SpoiltWitnessIsRefused(string old, string spoilt, string complaint)
    {
        var witness = WitnessOf(Wrong);
        File.WriteAllText(witness, File.ReadAllText(witness).Replace(old, spoilt, StringComparison.Ordinal));

        var (code, _, errors) = Tool.Run("replay", witness);

        Assert.Equal(ExitCode.NotAnalysable, code);
        Assert.Contains(complaint, errors, StringComparison.Ordinal);
    }

    private string WitnessOf(string code)
    {
        var kernel = Path.Combine(_folder, "kernel.c");
        File.WriteAllText(kernel, code);
        Assert.Equal(ExitCode.Finding, Tool.Run("verify", "--kernel", "axpy", "--witness", _folder, kernel).Code);
        return Directory.EnumerateFiles(_folder, "axpy-kernel-*.json").Single();
    }

    private string Digest() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, "kernel.c"))));
}
