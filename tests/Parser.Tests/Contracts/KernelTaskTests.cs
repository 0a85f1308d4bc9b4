using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;

namespace HpcVerify.Parser.Tests.Contracts;

/// <summary>What a task's folder may say, and what is said of a folder that is wrong.</summary>
public sealed class KernelTaskTests
{
    private const string Code = """
        #include <hpcverify.h>

        double total(int n, double alpha, const double *x, int *count);

        double task_contract(int n, double alpha, const double *x, int *count)
        {
            (void)alpha;
            requires(n >= 0 && n < 1 << 20);
            readable(x, n);
            reads_writes(count, 1);
            in_range(count, 1, 0, (long)n + 1);
            in_range(x, n, 0.25, 1.0 / 2);
            monotone(x, n);
            tolerance(2.0);
        }

        double task_reference(int n, double alpha, const double *x, int *count)
        {
            (void)count;
            return n > 0 ? alpha * x[0] : 0.0;
        }
        """;

    [Fact]
    public void EverythingIsRead()
    {
        var task = Read("""
            "metric": "gbps", "bytes": "8.0*n + 4", "flops": "n", "bounds": { "n": [0, 100] }
            """)!;

        Assert.Equal((Metric.Gbps, 804, 100), (task.Metric, task.TrafficAt(task.ScoredSizes), task.WorkAt(task.ScoredSizes)));
        Assert.Equal(new SizeBounds(0, 100), task.Bounds["n"]);
        Assert.Equal(["alpha"], task.Contract.Scalars.Select(scalar => scalar.Name));
        Assert.Equal(BufferAccess.Update, task.Contract.Buffers[1].Access);
        Assert.Null(task.MagnitudeName);
    }

    [Fact]
    public void BoundsOfIntegersStayIntegersAndFractionsStayFractions()
    {
        var task = Read("\"metric\": \"gflops\", \"flops\": \"n\"")!;

        Assert.Equal(101, ContractArithmetic.Integer(task.Contract.Ranges[0].High, task.ScoredSizes));
        Assert.Equal((0.25, 0.5), (ContractArithmetic.Real(task.Contract.Ranges[1].Low, task.ScoredSizes), ContractArithmetic.Real(task.Contract.Ranges[1].High, task.ScoredSizes)));
    }

    [Fact]
    public void AMagnitudeFunctionIsFound() => Assert.Equal(
        "task_magnitude",
        Read("\"metric\": \"gflops\", \"flops\": \"n\"", Code + Code[Code.IndexOf("double task_reference", StringComparison.Ordinal)..].Replace("_reference", "_magnitude", StringComparison.Ordinal))!.MagnitudeName);

    [Theory]
    [InlineData("\"metric\": \"gbps\", \"flops\": \"n\"")]
    [InlineData("\"metric\": \"gflops\", \"bytes\": \"n\"")]
    [InlineData("\"metric\": \"miles\", \"flops\": \"n\"")]
    [InlineData("\"flops\": \"n\"")]
    [InlineData("\"metric\": \"gflops\", \"flops\": \"m\"")]
    [InlineData("\"metric\": \"gflops\", \"flops\": \"n\", \"bounds\": { \"n\": [5, 1] }")]
    [InlineData("\"metric\": \"gflops\", \"flops\": \"n\", \"bounds\": { \"n\": [5] }")]
    [InlineData("\"metric\": \"gflops\", \"flops\": \"n\", \"bounds\": { \"alpha\": [0, 5] }")]
    public void WhatCannotBeUsedIsRefused(string numbers) => Assert.Null(Read(numbers));

    private static KernelTask? Read(string numbers, string code = Code) => WrittenTask.Read(code, $$"""
        { "name": "task", "entry": "total", "title": "a task", "score": { "n": 100 }, "test": [ { "n": 0 }, { "n": 3, "alpha": 1 } ], {{numbers}} }
        """).Value;
}
