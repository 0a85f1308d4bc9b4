using BenchmarkDotNet.Attributes;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Benchmarks;

/// <summary>Text to syntax, and text to kernel form, over all right kernels of the corpus.</summary>
[MemoryDiagnoser]
public class FrontEndBenchmarks
{
    private CorpusKernels _kernels = null!;

    [GlobalSetup]
    public void Setup() => _kernels = CorpusKernels.Load();

    [Benchmark]
    public int ParseCorpus() => _kernels.Sources.Sum(source => _kernels.FrontEnd.Parse(source).Value.Declarations.Length);

    [Benchmark]
    public int ParseAndLowerCorpus() =>
        _kernels.Sources.Sum(source => Lowering.Lower(_kernels.FrontEnd.Parse(source).Value).Value.Functions.Length);
}
