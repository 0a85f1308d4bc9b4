using HpcVerify.Alarms;
using HpcVerify.Alarms.Mutants;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>The standing alarms of DESIGN 4 at a size that fits; <c>benchmarks -- alarms</c> runs the same with any count.</summary>
public sealed class SoundnessAlarmTests(ITestOutputHelper output)
{
    private const int Seed = 1;

    [Fact]
    public void RandomKernelsDoTheSameInTheEngineAndNatively()
    {
        const int Usual = 200, Long = 10_000;

        Check(new RandomKernelAlarms(FrontEndForTests.FrontEnd).Run(Repository.IsLongRun ? Long : Usual, Seed));
    }

    [Fact]
    public void ProvedMutantsAreEqualNatively()
    {
        const int Usual = 40, Long = 2_000;
        var toolchain = ((ToolchainState.Ready)Toolchain.Open(
            SandboxOptions.Usual(Path.Combine(Path.GetTempPath(), "hpcverify-alarms-native")), "/usr/bin/gcc", TimeProvider.System, CancellationToken.None)).Toolchain;
        using var native = new MutantRun(toolchain);

        Check(new MutantAlarms(FrontEndForTests.FrontEnd, native).Run(Repository.IsLongRun ? Long : Usual, Seed, withPaperTask: Repository.IsLongRun));
    }

    private void Check(Tally tally)
    {
        using var table = new StringWriter();
        tally.Print(table);
        output.WriteLine(table.ToString());
        Assert.True(tally.Alarms.Count == 0, table.ToString());
    }
}
