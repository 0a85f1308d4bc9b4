using System.Collections.Immutable;
using Xunit.Abstractions;

namespace HpcVerify.Parser.Tests.Library;

/// <summary>Every model computes what the real instruction computes on this CPU, bit for bit.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void ModelsAgreeWithTheRealFunctions()
    {
        using var folder = new ScratchFolder();
        var models = ReadModels(folder);
        var features = Toolchain.CpuFeatures();
        var comparable = models.Where(model => ConformanceProgram.ReasonNotToCompare(model) is null).ToImmutableArray();
        var compared = comparable.Where(model => model.Isa.Length == 0 || features.Contains(model.Isa)).ToImmutableArray();
        Report(models, comparable, compared);

        var lines = RunComparison(folder, compared);

        Assert.NotEmpty(lines);
        output.WriteLine($"{lines.Length} calls of {compared.Length} functions compared");
        var different = lines.Where(line => line.EndsWith(" differs", StringComparison.Ordinal)).ToImmutableArray();
        Assert.True(different.IsEmpty, string.Join('\n', different));
    }

    /// <summary>A model of a new shape needs operands of a new kind; without them it would go untested.</summary>
    [Fact]
    public void EveryComparableModelCanBeCalled()
    {
        using var folder = new ScratchFolder();

        Assert.All(
            ReadModels(folder).Where(model => ConformanceProgram.ReasonNotToCompare(model) is null),
            model => Assert.True(ConformanceProgram.CanCall(model), model.Name));
    }

    /// <summary>Headers outside the comparison define no function, or only what a comparison could not judge.</summary>
    [Fact]
    public void NoOtherHeaderDefinesAFunction()
    {
        using var folder = new ScratchFolder();
        var known = ReadModels(folder).Select(model => model.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(Preprocess(folder, Toolchain.HeaderNames), model => Assert.Contains(model.Name, known));
    }

    private static ImmutableArray<Model> ReadModels(ScratchFolder folder) => Preprocess(folder, ConformanceProgram.Includes);

    private static ImmutableArray<Model> Preprocess(ScratchFolder folder, IEnumerable<string> headers)
    {
        var source = folder.Write("all.c", string.Concat(headers.Select(header => $"#include <{header}>\n")));
        var outcome = Succeed("gcc", "-E", "-DHV_MODEL", "-nostdinc", "-I", Toolchain.Headers, source);
        return [.. Model.ReadFrom(outcome.Output).DistinctBy(model => model.Name)];
    }

    private static ImmutableArray<string> RunComparison(ScratchFolder folder, ImmutableArray<Model> models)
    {
        var calls = folder.Write("calls.c", ConformanceProgram.TextFor(models));
        ImmutableArray<string> common = ["-std=gnu17", "-march=native", "-ffp-contract=off", "-fno-builtin",
            "-Werror=implicit-function-declaration", "-I", Toolchain.TestSources];
        ImmutableArray<string> library = ["-O0", "-nostdinc", "-I", Toolchain.Headers];
        // Without optimisation gcc 12 makes macros of intrinsics, and those of mask_alignr ignore an operand.
        ImmutableArray<string> real = ["-Og"];
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

    private void Report(ImmutableArray<Model> models, ImmutableArray<Model> comparable, ImmutableArray<Model> compared)
    {
        foreach (var header in models.GroupBy(model => model.Header).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{header.Key}: {header.Count()} modelled, {header.Count(compared.Contains)} compared");
        }

        foreach (var isa in comparable.Except(compared).GroupBy(model => model.Isa).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"not compared: {isa.Count()} of {models.Count(model => model.Isa == isa.Key)} functions of {isa.Key}, which this CPU lacks");
        }

        foreach (var reason in models.Except(comparable).GroupBy(ConformanceProgram.ReasonNotToCompare))
        {
            output.WriteLine($"not compared, as {reason.Key}: {string.Join(' ', reason.Select(model => model.Name))}");
        }
    }
}
