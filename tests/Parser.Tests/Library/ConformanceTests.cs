using System.Collections.Immutable;
using Xunit.Abstractions;

namespace HpcVerify.Parser.Tests.Library;

/// <summary>Every model computes what the real instruction computes on this CPU, bit for bit.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private static readonly ImmutableArray<string> Includes = ["immintrin.h", "math.h"];

    [Fact]
    public void ModelsAgreeWithTheRealFunctions()
    {
        using var folder = new ScratchFolder();
        var models = ReadModels(folder);
        var features = Toolchain.CpuFeatures();
        var runnable = models.Where(model => model.Isa.Length == 0 || features.Contains(model.Isa)).ToImmutableArray();
        var compared = runnable.Where(model => ConformanceProgram.ObstacleTo(model) is null).ToImmutableArray();
        Report(models, runnable, compared);

        var lines = RunComparison(folder, compared);

        Assert.NotEmpty(lines);
        output.WriteLine($"{lines.Length} calls of {compared.Length} functions compared");
        var different = lines.Where(line => line.EndsWith(" differs", StringComparison.Ordinal)).ToImmutableArray();
        Assert.True(different.IsEmpty, string.Join('\n', different));
    }

    private static ImmutableArray<Model> ReadModels(ScratchFolder folder)
    {
        var source = folder.Write("all.c", string.Concat(Includes.Select(header => $"#include <{header}>\n")));
        var outcome = Succeed("gcc", "-E", "-DHV_MODEL", "-nostdinc", "-I", Toolchain.Headers, source);
        return [.. Model.ReadFrom(outcome.Output).DistinctBy(model => model.Name)
            .Where(model => model.Isa.Length > 0 || model.Header == "math.h")];
    }

    private static ImmutableArray<string> RunComparison(ScratchFolder folder, ImmutableArray<Model> models)
    {
        var calls = folder.Write("calls.c", ConformanceProgram.TextFor(models));
        ImmutableArray<string> common = ["-std=gnu17", "-march=native", "-ffp-contract=off", "-fno-builtin",
            "-Werror=implicit-function-declaration", "-I", Toolchain.TestSources];
        ImmutableArray<string> library = ["-O0", "-nostdinc", "-I", Toolchain.Headers];
        // Without optimisation gcc 12 makes macros of intrinsics, and those of mask_alignr ignore an operand.
        ImmutableArray<string> real = ["-O1"];
        Parallel.Invoke(
            () => Succeed("gcc", [.. common, .. library, "-DCASES=model_cases", "-c", calls, "-o", folder.PathOf("model.o")]),
            () => Succeed("gcc", [.. common, .. real, "-DCASES=real_cases", "-c", calls, "-o", folder.PathOf("real.o")]));
        Succeed("gcc", [.. common, "-I", Toolchain.Headers, "-c", Path.Combine(Toolchain.TestSources, "primitives.c"), "-o", folder.PathOf("primitives.o")]);
        Succeed("gcc", [.. common, "-O2", Path.Combine(Toolchain.TestSources, "conformance.c"), folder.PathOf("model.o"),
            folder.PathOf("real.o"), folder.PathOf("primitives.o"), "-lm", "-o", folder.PathOf("conformance")]);
        return [.. Succeed(folder.PathOf("conformance")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static Toolchain.Outcome Succeed(string program, params IEnumerable<string> arguments)
    {
        var outcome = Toolchain.Run(program, arguments);
        Assert.True(outcome.ExitCode == 0, $"{program} ends with {outcome.ExitCode}: {outcome.Errors}{outcome.Output.Split('\n')[^1]}");
        return outcome;
    }

    private void Report(ImmutableArray<Model> models, ImmutableArray<Model> runnable, ImmutableArray<Model> compared)
    {
        foreach (var header in models.GroupBy(model => model.Header).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{header.Key}: {header.Count()} modelled, {header.Count(compared.Contains)} compared");
        }

        foreach (var model in models.Except(runnable))
        {
            output.WriteLine($"skipped {model.Name}: this CPU lacks {model.Isa}");
        }

        foreach (var model in runnable.Except(compared))
        {
            output.WriteLine($"skipped {model.Name}: {ConformanceProgram.ObstacleTo(model)}");
        }
    }
}
