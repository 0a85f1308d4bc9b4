using System.Text.Json;
using HpcVerify.Rewards.Hardware;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Hardware;

/// <summary>The machines of <c>corpus/hardware</c>: they are read, keep the schema, say where their figures come from, and have the peaks that are published.</summary>
public sealed class EntryTests
{
    private static readonly string Folder = Repository.PathOf("corpus/hardware");

    public static TheoryData<string> Names => [.. HardwareReader.Names(Folder)];

    [Theory, MemberData(nameof(Names))]
    public void EntryIsReadAndNamedAsItsFileAndHasSources(string name)
    {
        var (machine, problem) = HardwareReader.Find(Folder, name);

        Assert.Null(problem);
        Assert.Equal(name, machine!.Name);
        Assert.NotEmpty(machine.Sources);
        Assert.NotEmpty(machine.Core);
        Assert.Equal(machine.Extensions.Order(StringComparer.Ordinal), machine.Extensions);
    }

    [Theory, MemberData(nameof(Names))]
    public void EntryKeepsTheSchema(string name)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs/hardware.schema.json")));
        using var entry = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

        Assert.Empty(JsonSchema.Problems(entry.RootElement, schema.RootElement));
    }

    [Theory, MemberData(nameof(Names))]
    public void WhatIsWrittenIsReadAgain(string name)
    {
        var machine = HardwareReader.Find(Folder, name).Specification!;
        var path = Path.Combine(Path.GetTempPath(), $"hpcverify-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, HardwareReader.Write(machine));
        try
        {
            Assert.Equal(HardwareReader.Write(machine), HardwareReader.Write(HardwareReader.Read(path).Specification!));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>2,688 GFLOPS is the paper's figure for a node.</summary>
    [Theory]
    [InlineData("xeon-gold-6230", 2688, 4992.0)]
    [InlineData("xeon-platinum-8490h", 7296, 13440.0)]
    [InlineData("epyc-9654", 3686.4, 8524.8)]
    [InlineData("a64fx", 3379.2, 3379.2)]
    [InlineData("graviton3", 2662.4, null)]
    public void PeakComesOutOfTheFormula(string name, double peak, double? limit)
    {
        var machine = HardwareReader.Find(Folder, name).Specification!;

        Assert.Equal(peak, Peak.Gflops(machine, 64)!.Value, 1e-9);
        Assert.Equal(2 * peak, Peak.Gflops(machine, 32)!.Value, 1e-9);
        Assert.Equal(limit ?? 0, Peak.LimitGflops(machine, 64) ?? 0, 1e-9);
        Assert.Contains(name, HardwareReader.Names(Folder));
    }

    [Fact]
    public void EveryEntryHasAPeak() => Assert.All(HardwareReader.Names(Folder), name => Assert.NotNull(Peak.Gflops(HardwareReader.Find(Folder, name).Specification!, 64)));

    /// <summary>Table II of the paper: 549 GFLOPS are 20.4 % of the peak.</summary>
    [Fact]
    public void PeakRatioIsThePapers() => Assert.Equal(0.204, Peak.Ratio(HardwareReader.Find(Folder, "xeon-gold-6230").Specification!, 549, 64)!.Value, 3);

    [Fact]
    public void CachesAreCountedForTheWholeMachine()
    {
        var machine = HardwareReader.Find(Folder, "epyc-9654").Specification!;

        Assert.Equal(12 * 32L << 20, machine.LastLevelBytes);
        Assert.Equal((12 * 32L << 20) + (96L << 20) + (96 * 32L << 10), machine.CachedBytes);
    }

    [Fact]
    public void PromptTellsWhatAKernelIsWrittenFor()
    {
        var prompt = HardwarePrompt.Of(HardwareReader.Find(Folder, "a64fx").Specification!);

        Assert.Contains("48 cores (1 × 48) with 1 hardware thread each", prompt, StringComparison.Ordinal);
        Assert.Contains("registers have 512 bits", prompt, StringComparison.Ordinal);
        Assert.Contains("Level 2 cache: 8192 KiB for 12 cores together, lines of 256 bytes", prompt, StringComparison.Ordinal);
        Assert.Contains("3379.2 GFLOPS", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("null", prompt, StringComparison.Ordinal);
    }
}
