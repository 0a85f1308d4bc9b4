using HpcVerify.Verifier.Inequalities;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Tests.Inequalities;

/// <summary>Numbers that occur in the index arithmetic of kernels, and those that only look like them.</summary>
public sealed class PolynomialProverTests
{
    private static readonly Dimension I = Counter(1, "i"), J = Counter(2, "j"), Thread = Counter(3, "t"), Quotient = Counter(4, "q"), Rows = Size(5, "m"), Columns = Size(6, "n");
    private static readonly IntegerPolynomial i = IntegerPolynomial.Of(I), j = IntegerPolynomial.Of(J), t = IntegerPolynomial.Of(Thread), q = IntegerPolynomial.Of(Quotient), m = IntegerPolynomial.Of(Rows), n = IntegerPolynomial.Of(Columns);

    private static readonly HashSet<Dimension> Sizes = [Rows, Columns];

    private static Dimension Counter(int number, string name) => new(number, name, DimensionKind.Iterator, null, default);

    private static Dimension Size(int number, string name) => new(number, name, DimensionKind.Parameter, null, default);

    private static PolynomialProver Given(params IntegerPolynomial[] nonNegative) => new(new([.. nonNegative], []));

    [Fact]
    public void AnElementOfARowIsBeforeTheEnd()
    {
        var prover = Given(i, j, m - i - 1, n - j - 1, n, m);
        Assert.True(prover.IsNonNegative((m * n) - (i * n) - j - 1));
        Assert.False(prover.IsNonNegative((m * n) - (i * n) - j - 2));
    }

    [Fact]
    public void ThreadsSplitRowsIntoChunks()
    {
        // 40*q <= m + 39 and t < 40
        var prover = Given(q, t, m, m + 39 - (q * 40), IntegerPolynomial.Of(39) - t);
        Assert.True(prover.IsNonNegative(m + 39 - (q * t)));
        Assert.False(prover.IsNonNegative(m - 1 - (q * t)));
    }

    [Fact]
    public void ThreadsOfAnyTeamSplitRows()
    {
        // count*q <= m*t < count*(q + 1), with the number of threads in place of n
        var prover = Given(m - 1, t, n - 1 - t, n - 1, (m * t) - (n * q), (n * q) + n - 1 - (m * t), q);
        Assert.True(prover.IsNonNegative(m - 1 - q));
        Assert.False(prover.IsNonNegative(m - 2 - q));
    }

    [Fact]
    public void RowsThatDifferAreApart() => Assert.True(new PolynomialProver(new(
        // t*q <= i < (t + 1)*q, and the same of another thread j for the same row
        [i - (t * q), (t * q) + q - 1 - i, i - (j * q), (j * q) + q - 1 - i, j - t - 1, q - 1], [])).IsContradiction());

    [Fact]
    public void FactsThatCanHoldAreNoContradiction() => Assert.False(Given(i, m - i - 1, m - 1).IsContradiction());

    [Fact]
    public void TheLeastOfANumberSpeaksOfSizes()
    {
        var prover = Given(i, j, m - i - 1, n - j - 1, n - 1, m - 1);
        Assert.Equal(IntegerPolynomial.Of(int.MaxValue) - (m * n) + 1, prover.LeastOf(IntegerPolynomial.Of(int.MaxValue) - (i * n) - j, Sizes));
        Assert.Null(prover.LeastOf(IntegerPolynomial.Of(int.MaxValue) - (i * n) - q, Sizes));
    }

    [Fact]
    public void AMinimumIsNotAboveEither()
    {
        var least = Formula.Or(
            Formula.And(Formula.AtLeast(n, m), Formula.Equal(q, m)),
            Formula.And(Formula.Less(n, m), Formula.Equal(q, n)));
        var prover = new PolynomialProver(FactsOfCondition.Of(least, new(least)));
        Assert.True(prover.IsNonNegative(m - q));
        Assert.True(prover.IsNonNegative(n - q));
        Assert.False(prover.IsNonNegative(q - m));
    }

    [Fact]
    public void ASizeThatIsAMultipleHasWholeTiles()
    {
        var known = Formula.And(Formula.Equal(n, q * 64), Formula.Less(i * 64, n));
        Assert.True(new PolynomialProver(FactsOfCondition.Of(known, new(known))).IsNonNegative(n - (i * 64) - 64));
        Assert.False(new PolynomialProver(FactsOfCondition.Of(known, new(known))).IsNonNegative(n - (i * 64) - 65));
    }
}
