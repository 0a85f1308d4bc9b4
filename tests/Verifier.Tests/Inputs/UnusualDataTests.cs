using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Tests.Inputs;

/// <summary>Unusual data are what they are called, and keep every word of the contract.</summary>
public sealed class UnusualDataTests
{
    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Repository.PathOf("corpus"))];

    [Fact]
    public void NumbersAreOfVeryDifferentSizeAndSomeAreZerosOfEitherSign()
    {
        var values = Doubles(Uneven("dot", new() { ["n"] = 10_000 }, 1).Buffers[0]);

        var sizes = values.Where(value => value != 0).Select(Math.Abs).ToList();
        Assert.True(sizes.Max() / sizes.Min() > 1e9);
        Assert.Contains(values, value => value == 0 && double.IsNegative(value));
        Assert.Contains(values, value => value == 0 && !double.IsNegative(value));
    }

    [Fact]
    public void MostAlikeNumbersAreOneAndTheSameAndNotAll()
    {
        var values = Doubles(UnusualData.Alike(TrialInput.Generate(Read("dot"), Sizes.Of(new Dictionary<string, long> { ["n"] = 10_000 }), 1)!, 1).Buffers[0]);

        var (most, count) = values.CountBy(value => value).MaxBy(pair => pair.Value);
        Assert.InRange(count, 5800, 6700);
        Assert.NotEqual(most, (float)most);
        Assert.InRange(values.Count(value => value == 1), 1000, 1500);
        Assert.InRange(values.Count(value => value == 0), 1000, 1500);
        Assert.InRange(values.Distinct().Count(), 1000, 1500);
    }

    [Fact]
    public void ScalarsLeaveTheUnitInterval() => Assert.Contains(
        Enumerable.Range(1, 20).Select(seed => Uneven("axpy", new() { ["n"] = 1 }, (ulong)seed).Scalars["alpha"]), alpha => Math.Abs(alpha) > 1);

    [Fact]
    public void OneBinHasMostOfAHistogram()
    {
        var values = MemoryMarshal.Cast<byte, int>(Uneven("histogram", new() { ["n"] = 10_000, ["bins"] = 256 }, 1).Buffers[0].Before).ToArray();

        Assert.InRange(values.Distinct().Count(), 1, 2);
        Assert.InRange(values.CountBy(value => value).Max(count => count.Value), 8000, 10_000);
    }

    [Fact]
    public void OneRowHasAllElementsAndTheStartsStaySorted()
    {
        var starts = MemoryMarshal.Cast<byte, int>(Uneven("spmv_csr", new() { ["rows"] = 100, ["cols"] = 50, ["nnz"] = 5000 }, 1).Buffers[0].Before).ToArray();

        Assert.Equal((0, 5000), (starts[0], starts[^1]));
        Assert.Contains(starts.Zip(starts.Skip(1)), pair => pair.Second - pair.First == 5000);
        Assert.Equal(starts.Order(), starts);
    }

    [Theory, MemberData(nameof(Tasks))]
    public void RangesAndPoisonAreKept(string name)
    {
        var task = Read(name);
        foreach (var sizes in task.TestSizes.Take(12))
        {
            var input = TrialInput.Generate(task, sizes, 1)!;
            var uneven = UnusualData.Uneven(input, 2);
            foreach (var (before, after) in input.Buffers.Zip(uneven.Buffers))
            {
                Assert.Equal(before.Before.Length, after.Before.Length);
                if (before.Contract.Access == BufferAccess.Write)
                {
                    Assert.Equal(before.Before, after.Before);
                }
                else if (task.Contract.Ranges.Any(range => range.Pointer == before.Contract.Pointer))
                {
                    var size = ElementSize.InBytes(before.Contract.Element);
                    Assert.Subset(Elements(before.Before, size), Elements(after.Before, size));
                }
            }

            Assert.Equal(uneven.Buffers.Select(buffer => Convert.ToHexString(buffer.Before)), UnusualData.Uneven(input, 2).Buffers.Select(buffer => Convert.ToHexString(buffer.Before)));
        }
    }

    private static HashSet<string> Elements(byte[] bytes, int size) => [.. bytes.Chunk(size).Select(Convert.ToHexString)];

    private static TrialInput Uneven(string task, Dictionary<string, long> sizes, ulong seed) =>
        UnusualData.Uneven(TrialInput.Generate(Read(task), Sizes.Of(sizes), seed)!, seed);

    private static KernelTask Read(string name) => KernelTaskReader.Read(Repository.PathOf("corpus/" + name), FrontEndForTests.Parse).Value!;

    private static double[] Doubles(TrialBuffer buffer) => MemoryMarshal.Cast<byte, double>(buffer.Before).ToArray();
}
