using System.Numerics;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What addresses have to be multiples of.</summary>
internal static class Alignments
{
    /// <summary>What is a multiple of this, and nothing else, is one of both; null where no address is.</summary>
    public static int? Both(int first, int second)
    {
        if (first <= 0 || second <= 0)
        {
            return null;
        }

        var both = (long)first / (long)BigInteger.GreatestCommonDivisor(first, second) * second;
        return both <= int.MaxValue ? (int)both : null;
    }
}
