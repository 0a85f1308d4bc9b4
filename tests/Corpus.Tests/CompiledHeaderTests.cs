using HpcVerify.Cli;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Corpus.Tests;

/// <summary>
/// Every sample that includes the vector instructions compiles to the same bytes, or is rejected at the same place, whether gcc reads the
/// header or its compiled form. The usual run takes a part of them, the long one all.
/// </summary>
public sealed class CompiledHeaderTests
{
    private const int Stride = 5;

    public static TheoryData<string> Samples =>
        [.. Sample.All(Bench.CorpusDirectory).Select(sample => sample.Path)
            .Where(path => File.ReadAllText(path).Contains("<immintrin.h>", StringComparison.Ordinal))
            .Where((_, position) => Repository.IsLongRun || position % Stride == 0)
            .Select(path => Path.GetRelativePath(Bench.CorpusDirectory, path))];

    [Theory, MemberData(nameof(Samples))]
    public void SampleCompilesToTheSame(string file)
    {
        var workbench = new Workbench(Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable), Confinement.Required, CancellationToken.None);
        var toolchain = ((ToolchainState.Ready)workbench.Toolchain).Toolchain;
        var source = File.ReadAllText(Path.Combine(Bench.CorpusDirectory, file));
        var folder = Directory.CreateTempSubdirectory("hpcverify-header-").FullName;
        try
        {
            var (plain, made) = (Path.Combine(folder, "plain.so"), Path.Combine(folder, "made.so"));
            var expected = toolchain.Compiler.CompileKernel(source, Compiler.KernelFlags(OptimizationLevel.Full), plain, ProcessLimits.ForCompile, CancellationToken.None);
            var actual = toolchain.CompileKernel(source, OptimizationLevel.Full, made, CancellationToken.None);

            Assert.Equal(Place(expected), Place(actual));
            Assert.Equal(File.Exists(plain), File.Exists(made));
            Assert.True(!File.Exists(plain) || File.ReadAllBytes(plain).AsSpan().SequenceEqual(File.ReadAllBytes(made)), file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Place(CompileOutcome outcome) =>
        outcome is CompileOutcome.Rejected rejected ? $"rejected at {rejected.Line}:{rejected.Column}" : outcome.GetType().Name;
}
