using System.Numerics;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Division of integers that rounds downwards; that of C rounds towards zero.</summary>
internal static class FloorDivision
{
    /// <param name="divisor">Greater than zero.</param>
    public static BigInteger Of(BigInteger number, BigInteger divisor) =>
        BigInteger.Divide(number - (((number % divisor) + divisor) % divisor), divisor);
}
