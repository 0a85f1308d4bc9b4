using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.Tests.Polyhedral;

/// <summary>What the wrappers of isl promise: values, errors that are values, budgets that do not depend on the machine.</summary>
public sealed class IslTests
{
    private const long Plenty = 1_000_000;

    [Fact]
    public void OutOfBoundsTilesGiveTheExactCondition()
    {
        using var context = new IslContext(Plenty);
        var overruns = context.Set("[N] -> { [i, j] : exists (t : i = 64t and 0 <= i < N and i <= j < i + 64 and j >= N) }");
        var known = context.Set("[N] -> { : N >= 0 }");

        Assert.Equal("N % 64 == 0", overruns.Parameters().Complement().Condition(known));
        Assert.Equal(IslAnswer.No, overruns.IsEmpty());
    }

    [Theory]
    [InlineData("[N, M] -> { : N mod 64 = 0 and M >= 8 }", "M >= 8 && N % 64 == 0")]
    [InlineData("[N, M] -> { : N <= 4 or M <= 2 or N >= 6 }", "M <= 2 || N <= 4 || N >= 6")]
    [InlineData("[N] -> { : }", "1")]
    [InlineData("[N] -> { : false }", "0")]
    [InlineData("[N] -> { : N mod 64 >= 5 }", "N >= 64 * ((N) >= 0 ? (N) / 64 : -((64 - 1 - (N)) / 64)) + 5")]
    public void ParametersArePrintedAsConditionsInC(string set, string condition)
    {
        using var context = new IslContext(Plenty);

        Assert.Equal(condition, context.Set(set).Condition(context.Set("[N, M] -> { : }")));
    }

    [Fact]
    public void SetsAndMapsCombine()
    {
        using var context = new IslContext(Plenty);
        var square = context.Set("{ [i] : 0 <= i < 10 }");
        var shift = context.Map("{ [i] -> [i + 3] }");

        Assert.Equal("{ [i0] : 3 <= i0 <= 12 }", square.Apply(shift).ToString());
        Assert.Equal(IslAnswer.Yes, square.Apply(shift).Apply(shift.Reverse()).IsEqualTo(square));
        Assert.Equal("{ [3] }", square.Apply(shift).LexMin().ToString().Replace("i0 = ", "", StringComparison.Ordinal));
        Assert.Equal(IslAnswer.Yes, square.LexicographicallyLater().IntersectDomain(square).Distances().IsSubsetOf(context.Set("{ [d] : d >= 1 }")));
        Assert.Equal(IslAnswer.No, square.Subtract(square.Apply(shift)).IsEmpty());
        Assert.Null(square.Subtract(square).Sample());
        Assert.Equal(9, context.Set("[N] -> { [i] : i = 9 and N = 2i }").Sample()!.Coordinates.Single());
        Assert.Equal(18, context.Set("[N] -> { [i] : i = 9 and N = 2i }").Sample()!.Parameters["N"]);
        Assert.Null(context.Failure);
    }

    [Fact]
    public void WhatIsNoSetIsLostAndSaysWhy()
    {
        using var context = new IslContext(Plenty);
        var lost = context.Set("{ [i] : i*i >= 0 }").Union(context.Set("{ [i] : i > 0 }"));

        Assert.Equal(IslAnswer.Lost, lost.IsEmpty());
        Assert.Equal("lost", lost.ToString());
        Assert.Null(lost.Condition(lost));
        Assert.Null(lost.Sample());
        Assert.Equal(IslFailureKind.Refused, context.Failure!.Kind);
    }

    [Fact]
    public void ASpentBudgetIsAValueAndTheSameEveryTime()
    {
        var answers = Enumerable.Range(0, 3).Select(_ => AnswerWithin(2_000)).Distinct().ToList();

        Assert.Equal([(IslAnswer.Lost, (IslFailureKind?)IslFailureKind.OutOfBudget)], answers);
        Assert.Equal((IslAnswer.Yes, null), AnswerWithin(100 * Plenty));
    }

    private static (IslAnswer, IslFailureKind?) AnswerWithin(long operations)
    {
        using var context = new IslContext(operations);
        var hard = context.Set("[N, M] -> { [i, j, k] : exists (a, b, c : 7a + 5b + 3c = i + 2j + 5k and 0 <= i, j, k <= N and a <= M and 2b <= a + N and 3c <= b + M and i + j > 2N + k + M and M > 3N) }");
        return (hard.Parameters().Complement().Subtract(hard.Parameters()).Intersect(hard.Parameters()).IsEmpty(), context.Failure?.Kind);
    }
}
