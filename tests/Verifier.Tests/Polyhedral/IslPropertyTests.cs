using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.Tests.Polyhedral;

/// <summary>Random conditions, asked of isl and counted out.</summary>
public sealed class IslPropertyTests
{
    private const int Formulas = 150;
    private const int Reach = 5;
    private const long Plenty = 50_000_000;

    private readonly Dimension _n = new(0, "N", DimensionKind.Parameter, null, default);
    private readonly Dimension _m = new(1, "M", DimensionKind.Parameter, null, default);
    private readonly Dimension _i = new(2, "i", DimensionKind.Iterator, null, default);
    private readonly Dimension _j = new(3, "j", DimensionKind.Iterator, null, default);

    [Fact]
    public void ProjectionComplementAndConditionAgreeWithCounting()
    {
        var random = new Random(5);
        for (var round = 0; round < Formulas; round++)
        {
            var formula = Formula.And(Inside(_i), Inside(_j), Draw(random, 3));
            using var context = new IslContext(Plenty);
            var parameters = context.Set(IslText.SetOf(formula, [_n, _m], [_i, _j])!).Parameters();
            var box = context.Set($"[{IslText.NameOf(_n)}, {IslText.NameOf(_m)}] -> {{ : }}");
            var condition = parameters.Complement().Condition(box)!;
            Assert.Null(context.Failure);
            for (var n = -Reach; n <= Reach; n++)
            {
                for (var m = -Reach; m <= Reach; m++)
                {
                    var (isThere, values) = (HasPoint(formula, n, m), new Dictionary<string, BigInteger> { [IslText.NameOf(_n)] = n, [IslText.NameOf(_m)] = m });
                    Assert.True(ConditionInC.Holds(condition, values) != isThere, $"{formula}: {condition} at N={n}, M={m}");
                }
            }
        }
    }

    private Formula Inside(Dimension dimension) => Formula.And(
        Formula.AtLeast(IntegerPolynomial.Of(dimension), IntegerPolynomial.Of(-Reach)), Formula.AtLeast(IntegerPolynomial.Of(Reach), IntegerPolynomial.Of(dimension)));

    private bool HasPoint(Formula formula, int n, int m) =>
        (from i in Enumerable.Range(-Reach, (2 * Reach) + 1)
         from j in Enumerable.Range(-Reach, (2 * Reach) + 1)
         select formula.At(dimension => dimension == _n ? n : dimension == _m ? m : dimension == _i ? i : j)).Contains(true);

    private Formula Draw(Random random, int depth) => random.Next(depth == 0 ? 1 : 4) switch
    {
        0 or 1 => Formula.Of(
            Enumerable.Aggregate(
                ImmutableArray.Create(_n, _m, _i, _j), IntegerPolynomial.Of(random.Next(-6, 7)), (sum, dimension) => sum + (IntegerPolynomial.Of(dimension) * random.Next(-4, 5))),
            random.Next(3) switch { 0 => Relation.Zero, 1 => Relation.NonZero, _ => Relation.NonNegative }),
        2 => Formula.And(Draw(random, depth - 1), Draw(random, depth - 1)),
        _ => Formula.Or(Draw(random, depth - 1), Draw(random, depth - 1).Negated()),
    };
}
