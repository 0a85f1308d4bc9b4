using System.Collections.Immutable;
using HpcVerify.Trainer.Reports.TensorBoard;

namespace HpcVerify.Trainer.Tests.Reports;

/// <summary>The bytes were made by other code from the descriptions of TFRecord and of protocol buffers.</summary>
public sealed class EventFileTests
{
    [Fact]
    public void TheChecksumIsTheOneOfTheStandard()
    {
        Assert.Equal(0xe3069283, Crc32C.Of("123456789"u8));
        Assert.Equal(0x8a9136aa, Crc32C.Of(new byte[32]));
    }

    [Fact]
    public void AFileBeginsWithItsVersion() => Assert.Equal(
        "1800000000000000a37f4b2209000020c00b5ad6411a0d627261696e2e4576656e743a320be205f7",
        Convert.ToHexStringLower(EventFile.Head(1_500_000_000.5)));

    [Fact]
    public void AStepIsOneRecordWithAllItsNumbers() => Assert.Equal(
        "2800000000000000ff70164a09000080c00b5ad64110ac022a1a0a090a026b6c150000803e0a0d0a0672657761726415000060c01c1c30f8",
        Convert.ToHexStringLower(EventFile.Scalars(1_500_000_002, 300, ImmutableSortedDictionary<string, double>.Empty.Add("reward", -3.5).Add("kl", 0.25))));
}
