using HpcVerify.Rewards.Hardware;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Hardware;

/// <summary>What is made of the files of other machines, and what is left open.</summary>
public sealed class HardwareDetectionTests
{
    private const string Cpu = "sys/devices/system/cpu";

    private static readonly IReadOnlyCollection<HardwareSpecification> Known =
        [.. HardwareReader.Names(Repository.PathOf("corpus/hardware")).Select(name => HardwareReader.Find(Repository.PathOf("corpus/hardware"), name).Specification!)];

    /// <summary>A laptop's driver names both clocks; four sockets of 2010 and acpi-cpufreq do not say how far a core boosts.</summary>
    [Theory]
    [InlineData("core_i7_1165g7", "11th-gen-intel-core-i7-1165g7-1x4", 1, 4, 2, 512, 1.2, 4.7)]
    [InlineData("xeon_x7550_four_sockets", "intel-xeon-cpu-x7550-4x8", 4, 8, 2, 128, 2.0, null)]
    [InlineData("epyc_7451_two_sockets", "amd-epyc-7451-24-core-processor-2x24", 2, 24, 2, 256, null, null)]
    [InlineData("zen4_guest", "amd-epyc-1x2", 1, 2, 1, 512, null, null)]
    public void CoresVectorsAndClocksAreRead(string fixture, string name, int sockets, int cores, int threads, int bits, double? baseGhz, double? boostGhz)
    {
        using var copy = new CopiedMachine(fixture);

        var machine = HardwareDetection.Read(copy.Files, []).Specification!;

        Assert.Equal((name, sockets, cores, threads), (machine.Name, machine.Sockets, machine.CoresPerSocket, machine.ThreadsPerCore));
        Assert.Equal((bits, baseGhz, boostGhz), (machine.Vector.RegisterBits, machine.Clock.BaseGhz, machine.Clock.BoostGhz));
        Assert.Null(machine.Vector.FmaUnits);
        Assert.Null(Peak.Gflops(machine, 64));
    }

    [Theory]
    [InlineData("core_i7_1165g7", "1d 48 of 1, 1i 32 of 1, 2u 1280 of 1, 3u 12288 of 4")]
    [InlineData("xeon_x7550_four_sockets", "1d 32 of 1, 1i 32 of 1, 2u 256 of 1, 3u 18432 of 8")]
    [InlineData("epyc_7451_two_sockets", "1d 32 of 1, 1i 64 of 1, 2u 512 of 1, 3u 8192 of 3")]
    [InlineData("zen4_guest", "1d 32 of 1, 1i 32 of 1, 2u 1024 of 1, 3u 32768 of 2")]
    public void CachesAreReadWithTheCoresThatShareThem(string fixture, string caches)
    {
        using var copy = new CopiedMachine(fixture);

        var machine = HardwareDetection.Read(copy.Files, []).Specification!;

        Assert.Equal(caches, string.Join(", ", machine.Caches.Select(cache => $"{cache.Level}{cache.Kind.ToString().ToLowerInvariant()[0]} {cache.Kibibytes} of {cache.SharedByCores}")));
        Assert.All(machine.Caches, cache => Assert.Equal(64, cache.LineBytes));
    }

    [Theory]
    [InlineData("core_i7_1165g7")]
    [InlineData("xeon_x7550_four_sockets")]
    [InlineData("epyc_7451_two_sockets")]
    [InlineData("zen4_guest")]
    public void WhatIsDetectedCanBeWrittenAndRead(string fixture)
    {
        using var copy = new CopiedMachine(fixture);
        var machine = HardwareDetection.Read(copy.Files, Known).Specification!;
        var path = Path.Combine(Path.GetTempPath(), $"hpcverify-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, HardwareReader.Write(machine));
        try
        {
            Assert.Null(HardwareReader.Read(path).Problem);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void UnitsOfAKnownCoreAreTakenOverAndSaidToBe()
    {
        using var copy = new CopiedMachine("zen4_guest");

        var machine = HardwareDetection.Read(copy.Files, Known).Specification!;

        Assert.Equal((256, 2, 2), (machine.Vector.UnitBits, machine.Vector.FmaUnits, machine.Vector.AddUnits));
        Assert.Contains(machine.Sources, source => source.Source.Contains("epyc-9654", StringComparison.Ordinal));
    }

    [Fact]
    public void UnitsOfOtherCoresAreNotTakenOver()
    {
        using var copy = new CopiedMachine("epyc_7451_two_sockets");

        Assert.Null(HardwareDetection.Read(copy.Files, Known).Specification!.Vector.FmaUnits);
    }

    [Fact]
    public void ExtensionsAreThoseThatKernelsUse()
    {
        using var copy = new CopiedMachine("core_i7_1165g7");

        var machine = HardwareDetection.Read(copy.Files, []).Specification!;

        Assert.True(machine.Supports("avx512_vnni") && machine.Supports("fma") && machine.Supports("sse4_2"));
        Assert.DoesNotContain(machine.Extensions, extension => extension is "smep" or "fpu" or "vmx");
    }

    [Fact]
    public void CoresOfSeveralKindsAreRefused()
    {
        using var copy = new CopiedMachine("arm_of_four_kinds");

        Assert.Contains("cores of 4 kinds", HardwareDetection.Read(copy.Files, []).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void SocketsOfDifferentSizesAreRefused()
    {
        using var copy = new CopiedMachine("core_i7_1165g7");
        copy.Write($"{Cpu}/cpu3/topology/physical_package_id", "1\n");

        Assert.Contains("different numbers of cores", HardwareDetection.Read(copy.Files, []).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutCpuInfoNothingIsDescribed()
    {
        using var copy = new CopiedMachine("zen4_guest");
        copy.Delete("proc");

        Assert.Contains("lists no processors", HardwareDetection.Read(copy.Files, []).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutSysfsTheCoresAreThoseOfCpuInfo()
    {
        using var copy = new CopiedMachine("epyc_7451_two_sockets");
        copy.Delete("sys");

        var machine = HardwareDetection.Read(copy.Files, []).Specification!;

        Assert.Equal((2, 24, 2), (machine.Sockets, machine.CoresPerSocket, machine.ThreadsPerCore));
        Assert.Empty(machine.Caches);
    }

    [Fact]
    public void ProcessorsThatAreOffDoNotCount()
    {
        using var copy = new CopiedMachine("core_i7_1165g7");
        copy.Write($"{Cpu}/online", "0-1,4-5\n");

        var machine = HardwareDetection.Read(copy.Files, []).Specification!;

        Assert.Equal((2, 2), (machine.CoresPerSocket, machine.Caches[^1].SharedByCores));
    }

    [Fact]
    public void ScalableVectorsHaveTheLengthThatProgramsGet()
    {
        using var copy = new CopiedMachine("zen4_guest");
        copy.Write("proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd sve\nCPU implementer\t: 0x46\nCPU part\t: 0x001\n\nprocessor\t: 1\nCPU implementer\t: 0x46\nCPU part\t: 0x001\n");
        copy.Write("proc/sys/abi/sve_default_vector_length", "64\n");

        var machine = HardwareDetection.Read(copy.Files, Known).Specification!;

        Assert.Equal((512, 512, 2), (machine.Vector.RegisterBits, machine.Vector.UnitBits, machine.Vector.FmaUnits));
        Assert.Contains(machine.Sources, source => source.Source.Contains("a64fx", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0-2,8", "0 1 2 8")]
    [InlineData("", "")]
    [InlineData("3-1,x", "")]
    public void ListsOfProcessorsAreRead(string text, string numbers) => Assert.Equal(numbers, string.Join(' ', MachineFiles.List(text)));

    [Fact]
    public void FreeMemoryIsInBytes()
    {
        using var copy = new CopiedMachine("zen4_guest");
        copy.Write("proc/meminfo", "MemTotal:       16000 kB\nMemAvailable:    8000 kB\n");

        Assert.Equal(8_192_000, copy.Files.AvailableBytes());
    }
}
