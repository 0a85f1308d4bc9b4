using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>Detectors from an assembly of somebody else: the example of examples/NoGoto, and what is none.</summary>
public sealed class ForeignDetectorTests : IDisposable
{
    private const string Kernel = """
        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
        {
        again:
            if (M-- > 0)
                goto again;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-foreign-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheExampleIsRunWithTheOthers()
    {
        var (code, output, _) = Check(Path.Combine(AppContext.BaseDirectory, "NoGoto.dll"));

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("kernel.c:5:9: warning: 'goto again' is not how we write kernels [NG0001]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ItsRulesMayBeSuppressedLikeOurs()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "NoGoto.dll");

        Assert.DoesNotContain("[NG0001]", Check(assembly, Kernel.Replace("goto again;", "goto again; // hpcverify: ignore[NG0001] the loop is short", StringComparison.Ordinal)).Output, StringComparison.Ordinal);
        Assert.Contains("[HV0302]", Check(assembly, "// hpcverify: ignore[NG0001] there is none\n" + Kernel).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.dll", "no such file")]
    [InlineData("kernel.c", "it is no .NET assembly")]
    [InlineData("/dev/zero", "it is not a regular file")]
    public void WhatIsNoAssemblyIsAUsageError(string name, string why)
    {
        var (code, _, errors) = Check(Path.Combine(_folder, name));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains($"cannot be loaded: {why}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAssemblyWithoutDetectorsIsAUsageError()
    {
        var (code, _, errors) = Check(Path.Combine(AppContext.BaseDirectory, "xunit.core.dll"));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("has no detector", errors, StringComparison.Ordinal);
    }

    private Answer Check(string assembly, string code = Kernel)
    {
        var kernel = Path.Combine(_folder, "kernel.c");
        File.WriteAllText(kernel, code);
        return Tool.Run("check", kernel, "--detectors", assembly);
    }
}
