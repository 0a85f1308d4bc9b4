using BenchmarkDotNet.Running;
using HpcVerify.Benchmarks;

if (args is ["figures", ..])
{
    Figures.Print(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(FrontEndBenchmarks).Assembly).Run(args);
