using System.Runtime.InteropServices;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Tests.Inputs;

/// <summary>What counts as a right output.</summary>
public sealed class OutputComparisonTests
{
    private const double UnitRoundoff = 1.1102230246251565e-16;
    private static readonly CType Double = new CType.Floating(FloatingKind.Double, 64, Qualifiers.None);

    [Fact]
    public void EqualOutputsAgree() => Assert.Null(Compare([1, 2], [1, 2], [1, 2], 0));

    [Fact]
    public void AnErrorWithinTheToleranceIsAccepted() => Assert.Null(Compare([1 + (4 * UnitRoundoff)], [1], [1], 4));

    [Fact]
    public void AnErrorBeyondTheToleranceIsReportedWithItsPlace() =>
        Assert.Equal(1, Compare([1, 1 + (8 * UnitRoundoff)], [1, 1], [1, 1], 4)?.Index);

    [Fact]
    public void TheToleranceScalesWithTheMagnitudeAndNotWithACancelledSum() => Assert.Null(Compare([1e-13], [0], [1000], 4));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NeitherNanNorInfinityPasses(double actual) => Assert.NotNull(Compare([actual], [1], [1], 1e30));

    [Fact]
    public void AnInfiniteToleranceDoesNotExcuseNan() => Assert.NotNull(Compare([double.NaN], [1], [double.PositiveInfinity], 1));

    private static Mismatch? Compare(double[] actual, double[] expected, double[] magnitude, double units) =>
        OutputComparison.Compare("C", Double, Bytes(actual), Bytes(expected), Bytes(magnitude), units);

    private static ReadOnlySpan<byte> Bytes(double[] values) => MemoryMarshal.AsBytes(values.AsSpan());

    [Fact]
    public void WhereNothingMayDifferAZeroKeepsItsSign()
    {
        Assert.Null(OutputComparison.CompareBits("C", Double, Bytes([1, -0.0]), Bytes([1, -0.0])));
        Assert.Equal(new Mismatch("C", 1, -0.0, 0.0, 0), OutputComparison.CompareBits("C", Double, Bytes([1, 0.0]), Bytes([1, -0.0])));
    }
}
