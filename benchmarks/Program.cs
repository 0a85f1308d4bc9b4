using BenchmarkDotNet.Running;
using HpcVerify.Benchmarks;
using HpcVerify.Benchmarks.Tsvc;

if (args is ["figures", ..])
{
    Figures.Print(Console.Out);
    return 0;
}

if (args is ["parse-coverage", _, ..])
{
    ParseCoverage.Print(args[1..], Console.Out);
    return 0;
}

if (args is ["check"])
{
    CheckFigures.Print(Console.Out);
    return 0;
}

if (args is ["techniques"])
{
    TechniqueFigures.Print(Console.Out);
    return 0;
}

if (args is ["patterns", .. var listed])
{
    PatternFigures.Print(listed is ["list"], Console.Out);
    return 0;
}

if (args is ["fuzz", var count] && int.TryParse(count, out var mutants))
{
    Fuzz.Print(mutants, Console.Out);
    return 0;
}

int NumberAt(int index, int otherwise) => args.Length > index && int.TryParse(args[index], out var number) ? number : otherwise;

if (args is ["crosscheck", ..])
{
    const int UsualPairs = 1000;
    return CrossCheckFigures.Print(NumberAt(1, UsualPairs), NumberAt(2, 1), Console.Out);
}

if (args is ["alarms", ..])
{
    const int UsualKernels = 1000, UsualMutants = 200;
    return AlarmFigures.Print(NumberAt(1, UsualKernels), NumberAt(2, UsualMutants), NumberAt(3, 1), Console.Out);
}

if (args is ["bounded", .. var tasks])
{
    BoundedFigures.Print(tasks is [var task, ..] ? task : "matmul", tasks is [_, var file] ? file : "*.c", Console.Out);
    return 0;
}

if (args is ["conditions", .. var claimed])
{
    ConditionFigures.Print(claimed is [var task, ..] ? task : "matmul-paper", claimed is [_, var file] ? file : "*.c", Console.Out);
    return 0;
}

if (args is ["exclusions", .. var excluded])
{
    return ExclusionFigures.Print(excluded is [var task, ..] ? task : null, Console.Out);
}

if (args is ["cheats", .. var scored])
{
    return CheatFigures.Print(scored, Console.Out);
}

if (args is ["executor"])
{
    ExecutorFigures.Print(Console.Out);
    return 0;
}

if (args is ["replay", .. var replayed])
{
    ReplayFigures.Print(replayed, Console.Out);
    return 0;
}

if (args is ["repeat", var repeated, .. var options])
{
    const int UsualScores = 30;
    RepeatFigures.Print(repeated, options is [var kernel, ..] ? kernel : null, NumberAt(3, UsualScores), Console.Out);
    return 0;
}

if (args is ["serve", .. var served])
{
    await ServeFigures.Print(served, Console.Out);
    return 0;
}

if (args is ["chaos", ..])
{
    const int UsualJobs = 500, UsualWorkers = 8;
    return await DistributionFigures.Chaos(NumberAt(1, UsualJobs), NumberAt(2, UsualWorkers), Console.Out);
}

if (args is ["scaling", ..])
{
    const int UsualMilliseconds = 1000, UsualJobsEach = 20;
    return await DistributionFigures.Scaling(NumberAt(1, UsualMilliseconds), NumberAt(2, UsualJobsEach), Console.Out);
}

if (args is ["model", .. var parts])
{
    ModelFigures.Print(parts, Console.Out);
    return 0;
}

if (args is ["tsvc", var folder, .. var rest])
{
    TsvcFigures.Print(folder, rest is [var work, ..] ? work : null, rest is [_, var loop] ? loop : null, Console.Out);
    Environment.Exit(0);
}

BenchmarkSwitcher.FromAssembly(typeof(FrontEndBenchmarks).Assembly).Run(args);
return 0;
