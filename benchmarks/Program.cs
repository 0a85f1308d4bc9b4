using BenchmarkDotNet.Running;
using HpcVerify.Benchmarks;
using HpcVerify.Benchmarks.Tsvc;

if (args is ["figures", ..])
{
    Figures.Print(Console.Out);
    return;
}

if (args is ["parse-coverage", _, ..])
{
    ParseCoverage.Print(args[1..], Console.Out);
    return;
}

if (args is ["fuzz", var count] && int.TryParse(count, out var mutants))
{
    Fuzz.Print(mutants, Console.Out);
    return;
}

if (args is ["bounded", .. var tasks])
{
    BoundedFigures.Print(tasks is [var task, ..] ? task : "matmul", tasks is [_, var file] ? file : "*.c", Console.Out);
    return;
}

if (args is ["executor"])
{
    ExecutorFigures.Print(Console.Out);
    return;
}

if (args is ["tsvc", var folder, .. var rest])
{
    TsvcFigures.Print(folder, rest is [var work, ..] ? work : null, rest is [_, var loop] ? loop : null, Console.Out);
    Environment.Exit(0);
}

BenchmarkSwitcher.FromAssembly(typeof(FrontEndBenchmarks).Assembly).Run(args);
