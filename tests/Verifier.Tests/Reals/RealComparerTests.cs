using HpcVerify.Verifier.Reals;
using HpcVerify.Verifier.Terms;
using static HpcVerify.Verifier.Terms.Operator;

namespace HpcVerify.Verifier.Tests.Reals;

/// <summary>Which floating terms are equal over the reals, and how far apart rounding takes them.</summary>
public sealed class RealComparerTests
{
    private const double Tolerance = 64;

    private readonly TermBuilder _terms = new(new TermStore());
    private readonly Dictionary<string, Term> _inputs = [];

    [Fact]
    public void ReorderedSumIsEqual()
    {
        var forward = Sum([.. Products(8)]);
        var backward = Sum([.. Products(8).Reverse()]);

        var equal = Assert.IsType<RealComparison.Equal>(Compare(forward, backward));
        Assert.Equal(8, equal.WorstCount);
        Assert.InRange(equal.BoundInUnits, 11, 11.001);
    }

    [Fact]
    public void TreeSumHasFewerRoundingsThanChain()
    {
        var p = Products(4);
        var tree = Apply(FloatAdd, Apply(FloatAdd, p[0], p[1]), Apply(FloatAdd, p[2], p[3]));

        Assert.Equal(4, Assert.IsType<RealComparison.Equal>(Compare(Sum(p), tree)).WorstCount);
        Assert.InRange(Assert.IsType<RealComparison.Equal>(Compare(Sum(p), tree)).BoundInUnits, 7, 7.001);
    }

    [Fact]
    public void TermIsEqualToItself() => Assert.Equal(new RealComparison.Equal(0, 0), Compare(Sum([X, Y, Z]), Sum([X, Y, Z])));

    [Fact]
    public void TermThatMayBeFusedOnOneSideOnlyErrsOnBoth()
    {
        var term = Apply(FloatAdd, Apply(FloatMultiply, X, Y), Z);
        Assert.InRange(Assert.IsType<RealComparison.Equal>(Compare(term, term)).BoundInUnits, 4, 4.001);
    }

    [Fact]
    public void FusedProductSumIsEqualToProductAndSum() =>
        AssertEqual(Apply(FloatAdd, Apply(FloatMultiply, X, Y), Z), Apply(FloatFusedMultiplyAdd, X, Y, Z));

    [Fact]
    public void ProductIsDistributive() =>
        AssertEqual(
            Apply(FloatMultiply, X, Apply(FloatAdd, Y, Z)), Apply(FloatAdd, Apply(FloatMultiply, X, Y), Apply(FloatMultiply, X, Z)));

    [Fact]
    public void HornersSchemeIsEqualToPowers()
    {
        var horner = Apply(FloatAdd, Apply(FloatMultiply, Apply(FloatAdd, Apply(FloatMultiply, X, Y), Z), Y), Constant(3));
        var square = Apply(FloatMultiply, Y, Y);
        var powers = Sum([Apply(FloatMultiply, X, square), Apply(FloatMultiply, Z, Y), Constant(3)]);

        AssertEqual(powers, horner);
    }

    [Fact]
    public void DivisionByConstantIsMultiplicationByItsExactReciprocal()
    {
        AssertEqual(Apply(FloatDivide, X, Constant(8)), Apply(FloatMultiply, X, Constant(0.125)));
        AssertEqual(
            Apply(FloatDivide, Apply(FloatAdd, X, Y), Constant(3)),
            Apply(FloatAdd, Apply(FloatDivide, X, Constant(3)), Apply(FloatDivide, Y, Constant(3))));
    }

    [Fact]
    public void RoundedReciprocalCountsAsAnError()
    {
        var rounded = Apply(FloatMultiply, X, Constant(1.0 / 3));
        var equal = Assert.IsType<RealComparison.QualifiedEqual>(Compare(Apply(FloatDivide, X, Constant(3)), rounded));

        Assert.Equal(Qualifications.CoefficientsDiffer, equal.Qualifications);
        Assert.InRange(equal.BoundInUnits, 2, 3.001);
        Assert.IsType<RealComparison.Unknown>(Compare(Apply(FloatDivide, X, Constant(3)), rounded, 2));
    }

    [Fact]
    public void DivisionByTheSameTermIsEqual()
    {
        var divisor = Apply(FloatAdd, Y, Z);
        AssertEqual(Apply(FloatDivide, X, divisor), Apply(FloatMultiply, X, Apply(FloatDivide, Constant(1), divisor)));
    }

    [Fact]
    public void DivisorThatMayBeFusedIsAQualification()
    {
        var divisor = Apply(FloatAdd, Apply(FloatMultiply, Y, Y), Z);
        var (expected, actual) = (Apply(FloatDivide, X, divisor), Apply(FloatMultiply, X, Apply(FloatDivide, Constant(1), divisor)));

        Assert.Equal(
            Qualifications.OpaqueTermsFusedAlike, Assert.IsType<RealComparison.QualifiedEqual>(Compare(expected, actual)).Qualifications);
    }

    [Theory, InlineData(FloatSquareRoot), InlineData(FloatFloor), InlineData(FloatAbsolute)]
    public void OpaqueTermsAreEqualOnlyAsTheSameTerm(Operator operation)
    {
        var (one, other) = (Sum([X, Y, Z]), Sum([Z, Y, X]));

        AssertEqual(Apply(FloatAdd, Apply(operation, one), X), Apply(FloatAdd, X, Apply(operation, one)));
        Assert.IsType<RealComparison.Unknown>(Compare(Apply(operation, one), Apply(operation, other)));
    }

    [Fact]
    public void FloatAccumulatorInADoubleKernelIsTooInaccurate()
    {
        const int Length = 16;
        var sum = Constant(Sort.Float32, 0);
        foreach (var product in Products(Length))
        {
            var wide = Apply(FloatAdd, Convert(sum, Sort.Float64), product);
            sum = Convert(wide, Sort.Float32);
        }

        var inaccurate = Assert.IsType<RealComparison.TooInaccurate>(
            Compare(Sum(Products(Length)), Convert(sum, Sort.Float64), 4 * Length));
        Assert.True(inaccurate.BoundInUnits > Length * (double)(1 << 29));
    }

    [Fact]
    public void DoubleAccumulatorInAFloatKernelIsAccurate()
    {
        var (x, y, z) = (Input("f", Sort.Float32), Input("g", Sort.Float32), Input("h", Sort.Float32));
        var narrow = _terms.Apply(FloatAdd, _terms.Apply(FloatAdd, x, y), z);
        var wide = Apply(FloatAdd, Apply(FloatAdd, Convert(x, Sort.Float64), Convert(y, Sort.Float64)), Convert(z, Sort.Float64));

        var equal = Assert.IsType<RealComparison.Equal>(Comparer().Compare(narrow, Convert(wide, Sort.Float32), 4, Sort.Float32));
        Assert.InRange(equal.BoundInUnits, 3, 3.001);
    }

    [Fact]
    public void DroppedTermIsDifferentAtAPointThatTells()
    {
        var (whole, part) = (Sum(Products(8)), Sum(Products(7)));
        var different = Assert.IsType<RealComparison.Different>(Compare(whole, part));

        Assert.Equal(("a7 * b7", Rational.One, Rational.Zero), (different.Monomial, different.Expected, different.Actual));
        AssertTellsApart(whole, part, different);
    }

    [Fact]
    public void OtherOperandIsDifferent()
    {
        var (expected, actual) = (Apply(FloatMultiply, X, Y), Apply(FloatMultiply, X, Z));
        AssertTellsApart(expected, actual, Assert.IsType<RealComparison.Different>(Compare(expected, actual)));
    }

    [Fact]
    public void IntermediateTermsThatCancelAreUnknown()
    {
        var cancelled = Apply(FloatAdd, Y, Apply(FloatSubtract, X, X));
        Assert.StartsWith("intermediate terms cancel", Assert.IsType<RealComparison.Unknown>(Compare(Y, cancelled)).Reason);
        AssertEqual(cancelled, Y);
    }

    [Fact]
    public void LostDigitsOfACancelledSumCount()
    {
        var large = Apply(FloatMultiply, X, Constant(1 << 20));
        var lossy = Apply(FloatSubtract, Apply(FloatAdd, X, large), large);
        Assert.True(Assert.IsType<RealComparison.TooInaccurate>(Compare(X, lossy)).BoundInUnits > 1 << 21);
    }

    [Fact]
    public void AddingZeroAndScalingByPowersOfTwoDoNotRound()
    {
        var doubled = Apply(FloatMultiply, Apply(FloatAdd, Constant(0), X), Constant(-2));
        Assert.Equal(new RealComparison.Equal(0, 0), Compare(doubled, Apply(FloatNegate, Apply(FloatDivide, X, Constant(0.5)))));
    }

    [Fact]
    public void ChoiceByTheSameConditionIsSplit()
    {
        var condition = Apply(FloatLess, X, Y);
        var expected = Apply(FloatMultiply, _terms.Ite(condition, X, Y), Z);
        var actual = _terms.Ite(condition, Apply(FloatMultiply, X, Z), Apply(FloatMultiply, Y, Z));

        AssertEqual(expected, actual);
        Assert.IsType<RealComparison.Different>(Compare(expected, Apply(FloatMultiply, X, Z)));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(-2.5)]
    public void AnInputIsWhatItsCaseSays(double value)
    {
        var isFixed = Apply(FloatEqual, X, Constant(value));
        var product = Apply(FloatAdd, Apply(FloatMultiply, X, Y), Z);

        AssertEqual(product, _terms.Ite(isFixed, Apply(FloatAdd, Apply(FloatMultiply, Constant(value), Y), Z), product));
        AssertEqual(product, _terms.Ite(_terms.Not(isFixed), product, Apply(FloatAdd, Apply(FloatMultiply, Constant(value), Y), Z)));
        Assert.IsNotType<RealComparison.Equal>(Compare(product, _terms.Ite(isFixed, product, Apply(FloatAdd, Apply(FloatMultiply, Constant(value), Y), Z))));
    }

    [Fact]
    public void ChoiceByAnotherConditionIsDifferentOrUnknown()
    {
        var (x, y) = (Apply(FloatAdd, X, Constant(1)), Apply(FloatAdd, Y, Constant(1)));
        var expected = _terms.Ite(Apply(FloatLess, X, Y), X, Y);

        Assert.IsType<RealComparison.Different>(Compare(expected, _terms.Ite(Apply(FloatLess, Y, X), X, Y)));
        Assert.IsType<RealComparison.Unknown>(Compare(expected, _terms.Ite(Apply(FloatLess, x, y), X, Y)));
        AssertEqual(X, _terms.Ite(Apply(FloatLess, x, y), X, Apply(FloatAdd, X, Constant(0))));
    }

    [Fact]
    public void ConditionThatMayBeFusedIsAQualification()
    {
        var condition = Apply(FloatLess, Apply(FloatAdd, Apply(FloatMultiply, X, X), Y), Z);
        var (expected, actual) = (_terms.Ite(condition, X, Y), Apply(FloatAdd, _terms.Ite(condition, X, Y), Constant(0)));
        Assert.IsType<RealComparison.QualifiedEqual>(Compare(expected, actual));
    }

    [Fact]
    public void ManyIndependentChoicesAreUnknown()
    {
        Term[] choices = [.. Enumerable.Range(0, 8).Select(i => _terms.Ite(Apply(FloatLess, Input($"c{i}"), X), Y, Z))];
        Assert.StartsWith("conditions", Assert.IsType<RealComparison.Unknown>(Compare(Sum(choices), Sum([.. choices.Reverse()]))).Reason);
    }

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void ConstantThatIsNoNumberIsUnknown(double value)
    {
        Assert.IsType<RealComparison.Unknown>(Compare(X, Apply(FloatAdd, X, Constant(value))));
        Assert.IsType<RealComparison.Unknown>(Compare(X, Apply(FloatMultiply, X, Constant(value))));
    }

    [Fact]
    public void ZeroTimesAQuotientIsNotZero()
    {
        var hidden = Apply(FloatAdd, X, Apply(FloatMultiply, Constant(0), Apply(FloatDivide, Constant(1), Y)));
        Assert.IsType<RealComparison.Unknown>(Compare(X, hidden));
        AssertEqual(X, Apply(FloatAdd, X, Apply(FloatMultiply, Constant(0), Y)));
    }

    [Fact]
    public void IntegersAreNotCompared() =>
        Assert.IsType<RealComparison.Unknown>(Compare(Input("i", Sort.Bits(64)), Input("j", Sort.Bits(64))));

    [Fact]
    public void DivisorDoesNotCancel() =>
        Assert.IsNotType<RealComparison.Equal>(Compare(Constant(1), Apply(FloatDivide, X, X)));

    [Fact]
    public void LongChainIsCompared()
    {
        const int Length = 20_000;
        Term[] addends = [.. Enumerable.Range(0, Length).Select(i => Input($"x{i}"))];
        var equal = Assert.IsType<RealComparison.Equal>(Compare(Sum(addends), Sum([.. addends.Reverse()]), 4 * Length));
        Assert.Equal(Length - 1, equal.WorstCount);
    }

    [Fact]
    public void LongChainOfProductsNeedsNoStack()
    {
        var product = X;
        for (var index = 0; index < 5_000; index++)
        {
            product = Apply(FloatMultiply, Apply(FloatAdd, product, Constant(0)), Y);
        }

        var equal = Assert.IsType<RealComparison.Equal>(Compare(product, Apply(FloatAdd, product, Constant(0)), 100_000));
        Assert.Equal(5_000, equal.WorstCount);
    }

    [Fact]
    public void SharedTermIsVisitedOnce()
    {
        var sum = X;
        for (var index = 0; index < 200; index++)
        {
            sum = Apply(FloatAdd, sum, sum);
        }

        var scaled = Apply(FloatMultiply, X, Constant(Math.ScaleB(1, 200)));
        Assert.Equal(200, Assert.IsType<RealComparison.Equal>(Compare(scaled, sum, 1000)).WorstCount);
    }

    [Fact]
    public void TooManyMonomialsAreUnknown()
    {
        var power = Sum([.. Enumerable.Range(0, 16).Select(i => Input($"x{i}"))]);
        for (var index = 0; index < 4; index++)
        {
            power = Apply(FloatMultiply, power, power);
        }

        Assert.Contains("too large", Assert.IsType<RealComparison.Unknown>(Compare(power, X)).Reason, StringComparison.Ordinal);
    }

    private Term X => Input("x");

    private Term Y => Input("y");

    private Term Z => Input("z");

    private Term[] Products(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Apply(FloatMultiply, Input($"a{i}"), Input($"b{i}")))];

    private Term Sum(Term[] addends) => addends.Aggregate(Constant(0), (sum, addend) => Apply(FloatAdd, sum, addend));

    private Term Apply(Operator operation, Term a, Term b = default, Term c = default) => _terms.Apply(operation, a, b, c);

    private Term Convert(Term term, Sort sort) => _terms.Apply(FloatConvert, sort, term);

    private Term Constant(double value) => _terms.Constant(value);

    private Term Constant(Sort sort, ulong bits) => _terms.Constant(sort, bits);

    private Term Input(string name) => Input(name, Sort.Float64);

    private Term Input(string name, Sort sort)
    {
        if (!_inputs.TryGetValue(name, out var input))
        {
            input = _terms.Input(sort, name);
            _inputs.Add(name, input);
        }

        return input;
    }

    private RealComparer Comparer() => new(_terms.Store, RealOptions.Usual);

    private RealComparison Compare(Term expected, Term actual, double tolerance = Tolerance) =>
        Comparer().Compare(expected, actual, tolerance, Sort.Float64);

    private void AssertEqual(Term expected, Term actual) => Assert.IsType<RealComparison.Equal>(Compare(expected, actual));

    private void AssertTellsApart(Term expected, Term actual, RealComparison.Different different)
    {
        var values = TermEvaluator.Evaluate(
            _terms.Store, [expected, actual], name => BitConverter.DoubleToUInt64Bits(different.Witness[name]));
        Assert.NotEqual(values[0], values[1]);
    }
}
