using System.Numerics;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>An estimate of what one bounded run costs, in elementary units.</summary>
internal static class SizeCost
{
    /// <summary>The task's operations, or the points of the index space where nobody counts them, and the buffers' elements.</summary>
    public static long Of(KernelTask task, Sizes sizes)
    {
        var work = task.WorkAt(sizes);
        var operations = double.IsFinite(work) ? new BigInteger(Math.Max(0, work)) : Points(task, sizes);
        var elements = task.Contract.Buffers.Select(buffer => ContractArithmetic.Integer(buffer.Count, sizes) ?? 0)
            .Aggregate(BigInteger.Zero, (sum, count) => sum + count);
        return (long)BigInteger.Min(long.MaxValue, operations + elements + 1);
    }

    private static BigInteger Points(KernelTask task, Sizes sizes) =>
        task.SizeNames.Aggregate(BigInteger.One, (product, name) => product * ((sizes[name] ?? 0) + 1));
}
