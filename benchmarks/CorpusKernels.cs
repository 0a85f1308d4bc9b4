using HpcVerify.Cli;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>The kernels of the corpus that are right, as text, and a front end to read them with.</summary>
internal sealed record CorpusKernels(FrontEnd FrontEnd, IReadOnlyList<SourceText> Sources, Workbench Workbench)
{
    public static CorpusKernels Load()
    {
        var workbench = new Workbench(
            Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable), Confinement.Required, CancellationToken.None);
        var (frontEnd, error) = workbench.OpenFrontEnd(OptimizationLevel.Full);
        var sources = Directory.EnumerateFiles(workbench.Installation.CorpusDirectory, "*.c", SearchOption.AllDirectories)
            .Where(path => path.Contains("/accept/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => SourceText.FromBytes(path, File.ReadAllBytes(path)));
        return new(frontEnd ?? throw new InvalidOperationException(error), [.. sources], workbench);
    }
}
