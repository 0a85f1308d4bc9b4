using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>Which sizes a kernel is run at with symbolic data.</summary>
public sealed class SizePlanTests(ITestOutputHelper output)
{
    private const string Signature = "void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)";

    private static readonly SizePlanOptions Strict = SizePlanOptions.Default with { LeastSizes = 0 };

    public static IEnumerable<object[]> Tasks => KernelTaskReader.Names(Repository.PathOf("corpus")).Select(name => new object[] { name });

    /// <summary>Every task, with one kernel in plain C and with those that use vectors or blocks.</summary>
    public static IEnumerable<object[]> Kernels =>
        from task in Tasks.Select(row => (string)row[0])
        from path in Fixture.In($"corpus/{task}/accept")
        where Path.GetFileName((string)path[0]) is { } file && (file.StartsWith("scalar", StringComparison.Ordinal) || file.Contains("avx", StringComparison.Ordinal) || file.Contains("block", StringComparison.Ordinal))
        select new object[] { task, (string)path[0] };

    [Theory, MemberData(nameof(Kernels))]
    public void PlansOnlyWhatTheContractAllows(string name, string path)
    {
        var task = TaskOf(name);
        var plan = SizePlan.For(task, KernelAt(path), SizePlanOptions.Default);
        output.WriteLine(plan.Describe());
        Assert.All(plan.Sizes, planned => Assert.True(task.Allows(planned.Sizes), task.Describe(planned.Sizes)));
    }

    [Theory, MemberData(nameof(Tasks))]
    public void PlansAtLeastEightSizesForEveryTask(string name)
    {
        var task = TaskOf(name);
        var plan = SizePlan.For(task, ReferenceOf(task), SizePlanOptions.Default);
        output.WriteLine(plan.Describe());
        Assert.InRange(plan.Sizes.Length, 8, int.MaxValue);
    }

    [Theory, MemberData(nameof(Tasks))]
    public void PlansSizesWithSomethingToDo(string name)
    {
        var task = TaskOf(name);
        Assert.Contains(SizePlan.For(task, ReferenceOf(task), SizePlanOptions.Default).Sizes,
            planned => (double.IsNaN(task.WorkAt(planned.Sizes)) ? task.TrafficAt(planned.Sizes) : task.WorkAt(planned.Sizes)) > 0);
    }

    [Theory, MemberData(nameof(Kernels))]
    public void PlansNoSizeTwice(string name, string path)
    {
        var task = TaskOf(name);
        var sizes = Described(task, SizePlan.For(task, KernelAt(path), SizePlanOptions.Default));
        Assert.Equal(sizes.Distinct(), sizes);
    }

    [Theory, MemberData(nameof(Kernels))]
    public void OrdersCubeAndMinedSizesByCost(string name, string path)
    {
        var plan = SizePlan.For(TaskOf(name), KernelAt(path), SizePlanOptions.Default);
        var (cube, mined) = (plan.Sizes.Take(plan.CubeCount).Select(planned => planned.Cost), plan.Sizes.Skip(plan.CubeCount).Select(planned => planned.Cost));
        Assert.Equal([.. cube.Order(), .. mined.Order()], [.. cube, .. mined]);
    }

    [Theory, MemberData(nameof(Kernels))]
    public void IsTheSamePlanEveryTime(string name, string path)
    {
        var task = TaskOf(name);
        var (first, second) = (SizePlan.For(task, KernelAt(path), SizePlanOptions.Default), SizePlan.For(TaskOf(name), KernelAt(path), SizePlanOptions.Default));
        Assert.Equal(Printed(task, first), Printed(task, second));
    }

    [Theory, MemberData(nameof(Kernels))]
    public void KeepsToTheBudget(string name, string path) =>
        Assert.InRange(SizePlan.For(TaskOf(name), KernelAt(path), Strict).Cost, 0, Strict.Budget);

    [Theory, MemberData(nameof(Tasks))]
    public void ExceedsTheBudgetOnlyToReachTheLeastNumberOfSizes(string name)
    {
        var task = TaskOf(name);
        var plan = SizePlan.For(task, ReferenceOf(task), SizePlanOptions.Default);
        Assert.True(plan.Cost <= SizePlanOptions.Default.Budget || plan.Sizes.Length == SizePlanOptions.Default.LeastSizes, plan.Describe());
    }

    [Fact]
    public void CountsWhatIsBeyondTheBudget()
    {
        var (task, kernel) = (TaskOf("matmul"), KernelAt("corpus/matmul/accept/scalar_ijk.c"));
        var (all, some) = (SizePlan.For(task, kernel, Strict with { Budget = long.MaxValue }), SizePlan.For(task, kernel, Strict with { Budget = 1000 }));
        Assert.Equal((0, all.Sizes.Length), (all.LeftOut, some.Sizes.Length + some.LeftOut));
    }

    [Theory]
    [InlineData("for (int i = 0; i < M; i += 64) C[i] = 0;")]
    [InlineData("for (int i = 0; i < (M & ~63); i++) C[i] = 0;")]
    [InlineData("for (int i = 0; i < M >> 6; i++) C[i] = 0;")]
    [InlineData("double tile[64]; tile[0] = 0; C[0] = tile[0];")]
    [InlineData("enum { TILE = 64 }; for (int i = 0; i + TILE <= M; i++) C[i] = 0;")]
    [InlineData("if (N >= 64) C[0] = 0;")]
    public void SurroundsATileOf64InEachDimension(string body)
    {
        var task = TaskOf("matmul");
        var sizes = Described(task, SizePlan.For(task, Written(body), SizePlanOptions.Default));
        string[] expected = [.. from value in (int[])[63, 64, 65] from shape in (string[])[$"M={value} N=3 K=3", $"M=3 N={value} K=3", $"M=3 N=3 K={value}"] select shape];
        Assert.Empty(expected.Except(sizes));
    }

    [Theory]
    [InlineData("for (int i = 0; i < M; i += 64) C[i] = 0;", "M=65 N=3 K=3", "M = step 64 + 1")]
    [InlineData("for (int i = 0; i < M; i += 12) C[i] = 0;", "M=13 N=13 K=13", "all = step 12 + 1")]
    [InlineData("double tile[4][30]; tile[0][0] = 0; C[0] = tile[0][0];", "M=3 N=3 K=121", "K = 4 * 30 + 1")]
    [InlineData("double tile[15]; tile[0] = 0; for (int i = 0; i < M; i += 6) C[i] = tile[0];", "M=3 N=29 K=3", "N = lcm(6, 15) - 1")]
    [InlineData("for (int i = 0; i < M; i += 64) C[i] = 0;", "M=67 N=3 K=3", "M = prime above step 64")]
    [InlineData("typedef double lanes __attribute__((vector_size(128))); *(lanes *)C = *(lanes *)A;", "M=17 N=3 K=3", "M = lanes 16 + 1")]
    [InlineData("for (int i = 0; i < M; i += 64) C[i] = 0;", "M=1 N=1 K=1", "cube 0..8")]
    public void GivesTheReasonForASize(string body, string sizes, string reason)
    {
        var task = TaskOf("matmul");
        var plan = SizePlan.For(task, Written(body), SizePlanOptions.Default);
        Assert.Equal(reason, plan.Sizes.Single(planned => task.Describe(planned.Sizes) == sizes).Reason);
    }

    [Theory]
    [InlineData("C[0] = 0;", "729 sizes of the cube 0..8, no constants to mine, 0 beyond the budget")]
    [InlineData("C[0] = A[M & 0x75] + 1000000;", "729 sizes of the cube 0..8, no constants to mine, 0 beyond the budget")]
    [InlineData("for (int i = 0; i < M; i += 4096) C[i] = 0;", "729 sizes of the cube 0..8, no constants to mine, 1 constant (4096) too large to mine, 0 beyond the budget")]
    [InlineData("for (int i = 0; i < M; i += 64) C[i] = 0;", "729 sizes of the cube 0..8, 20 mined from 1 constant (64), 0 beyond the budget")]
    public void SaysWhatItPlans(string body, string description) =>
        Assert.Equal(description, SizePlan.For(TaskOf("matmul"), Written(body), SizePlanOptions.Default).Describe());

    [Fact]
    public void GivesATransformPowersOfTwoOnly()
    {
        var plan = SizePlan.For(TaskOf("fft_radix2"), KernelAt("corpus/fft_radix2/accept/scalar.c"), SizePlanOptions.Default);
        Assert.All(plan.Sizes, planned => Assert.True(long.IsPow2(planned.Sizes["n"]!.Value)));
    }

    [Fact]
    public void ShortensTheEdgeOfACubeWithManyParameters()
    {
        var plan = SizePlan.For(TaskOf("stencil3d"), KernelAt("corpus/stencil3d/accept/scalar.c"), SizePlanOptions.Default);
        Assert.StartsWith("500 sizes of the cube 0..4 (0..8 is more than 1000), ", plan.Describe(), StringComparison.Ordinal);
    }

    private static List<string> Described(KernelTask task, SizePlan plan) => [.. plan.Sizes.Select(planned => task.Describe(planned.Sizes))];

    private static string Printed(KernelTask task, SizePlan plan) =>
        string.Join('\n', plan.Sizes.Select(planned => $"{task.Describe(planned.Sizes)} {planned.Reason} {planned.Cost}").Append(plan.Describe()));

    private static KernelTask TaskOf(string name) => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;

    private static Module KernelAt(string path) => Lowering.Lower(FrontEndForTests.ParseWithLibrary(Fixture.Read(path).Source).Value).Value;

    private static Module ReferenceOf(KernelTask task) => Lowering.Lower(FrontEndForTests.ParseWithLibrary(task.ReferenceSource).Value).Value;

    private static Module Written(string body) =>
        Lowering.Lower(FrontEndForTests.ParseWithLibrary(Parser.Text.SourceText.From("test.c", $"{Signature} {{ {body} }}\n")).Value).Value;
}
