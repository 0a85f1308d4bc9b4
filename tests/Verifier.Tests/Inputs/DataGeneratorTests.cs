using System.Runtime.InteropServices;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Tests.Inputs;

/// <summary>Generated data must be reproducible, and rough enough to show what a smooth pattern hides.</summary>
public sealed class DataGeneratorTests
{
    private const int Count = 10_000;
    private static readonly CType Double = new CType.Floating(FloatingKind.Double, 64, Qualifiers.None);
    private static readonly CType Single = new CType.Floating(FloatingKind.Float, 32, Qualifiers.None);

    [Fact]
    public void TheSeedDecidesEveryByte()
    {
        Assert.Equal(Bytes(7, Double), Bytes(7, Double));
        Assert.NotEqual(Bytes(7, Double), Bytes(8, Double));
    }

    [Fact]
    public void DoublesAreSignedAndBelowOne()
    {
        var values = MemoryMarshal.Cast<byte, double>(Bytes(1, Double)).ToArray();

        Assert.All(values, value => Assert.InRange(value, -1, 1));
        Assert.InRange(values.Average(), -0.05, 0.05);
        Assert.InRange(values.Count(value => value < 0), Count * 45 / 100, Count * 55 / 100);
    }

    [Fact]
    public void DoublesUseMantissaBitsThatAFloatCannotHold()
    {
        var values = MemoryMarshal.Cast<byte, double>(Bytes(1, Double)).ToArray();

        Assert.True(values.Count(value => (double)(float)value != value) > Count * 99 / 100);
    }

    [Fact]
    public void FloatsAreSignedAndBelowOne()
    {
        var values = MemoryMarshal.Cast<byte, float>(Bytes(1, Single)).ToArray();

        Assert.All(values, value => Assert.InRange(value, -1, 1));
        Assert.Contains(values, value => value < -0.5);
    }

    private static byte[] Bytes(ulong seed, CType element)
    {
        var bytes = new byte[Count * (element == Double ? sizeof(double) : sizeof(float))];
        new DataGenerator(seed).Fill(element, bytes);
        return bytes;
    }
}
