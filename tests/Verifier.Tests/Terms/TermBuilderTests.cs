using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Tests.Terms;

/// <summary>What the normal form identifies, and what it must keep apart.</summary>
public sealed class TermBuilderTests
{
    private readonly TermBuilder _terms = new(new TermStore());

    [Fact]
    public void EqualTermsAreOne()
    {
        var (x, y) = (Float("x"), Float("y"));

        Assert.Equal(_terms.Apply(Operator.FloatAdd, x, y), _terms.Apply(Operator.FloatAdd, y, x));
        Assert.Equal(_terms.Apply(Operator.FloatFusedMultiplyAdd, x, y, x), _terms.Apply(Operator.FloatFusedMultiplyAdd, y, x, x));
        Assert.NotEqual(_terms.Apply(Operator.FloatSubtract, x, y), _terms.Apply(Operator.FloatSubtract, y, x));
        Assert.NotEqual(_terms.Apply(Operator.FloatFusedMultiplyAdd, x, y, x), _terms.Apply(Operator.FloatFusedMultiplyAdd, x, x, y));
    }

    /// <summary>SOUNDNESS 7: none of these holds for signed zeros, infinities and NaN.</summary>
    [Fact]
    public void FloatsAreNotRealNumbers()
    {
        var (x, y, z) = (Float("x"), Float("y"), Float("z"));
        var zero = _terms.Constant(0.0);

        Assert.NotEqual(x, _terms.Apply(Operator.FloatAdd, x, zero));
        Assert.NotEqual(zero, _terms.Apply(Operator.FloatMultiply, x, zero));
        Assert.NotEqual(zero, _terms.Apply(Operator.FloatSubtract, x, x));
        Assert.NotEqual(_terms.Constant(1.0), _terms.Apply(Operator.FloatDivide, x, x));
        Assert.NotEqual(_terms.True, _terms.Apply(Operator.FloatEqual, x, x));
        Assert.NotEqual(
            _terms.Apply(Operator.FloatAdd, _terms.Apply(Operator.FloatAdd, x, y), z),
            _terms.Apply(Operator.FloatAdd, x, _terms.Apply(Operator.FloatAdd, y, z)));
        Assert.NotEqual(
            _terms.Apply(Operator.FloatAdd, _terms.Apply(Operator.FloatMultiply, x, y), z),
            _terms.Apply(Operator.FloatFusedMultiplyAdd, x, y, z));
        Assert.NotEqual(
            _terms.Apply(Operator.FloatNegate, _terms.Apply(Operator.FloatSubtract, x, y)), _terms.Apply(Operator.FloatSubtract, y, x));
    }

    [Fact]
    public void ConstantsAreFolded()
    {
        Assert.Equal(_terms.Constant(3.0), _terms.Apply(Operator.FloatAdd, _terms.Constant(1.0), _terms.Constant(2.0)));
        Assert.Equal(
            _terms.Constant(Sort.Bits(8), 0x7F), _terms.Apply(Operator.Truncate, Sort.Bits(8), _terms.Constant(Sort.Bits(32), 0xFFFF_FF7F)));
        Assert.Equal(_terms.Constant(double.NaN), _terms.Apply(Operator.FloatNegate, _terms.Constant(double.NaN)));
    }

    /// <summary>Random terms have the value they had before the normal form touched them.</summary>
    [Fact]
    public void NormalFormKeepsValues()
    {
        var random = new Random(1);
        var leaves = new[] { 0.0, -0.0, 1, -1, 2.5, double.NaN, double.PositiveInfinity, double.Epsilon };
        for (var round = 0; round < 2_000; round++)
        {
            var terms = new TermBuilder(new TermStore());
            var values = new Dictionary<string, ulong>();
            var (term, expected) = RandomTerm(terms, values, random, leaves, depth: 5);

            Assert.Equal(expected, TermEvaluator.Evaluate(terms.Store, [term], name => values[name])[0]);
        }
    }

    private static (Term Term, ulong Value) RandomTerm(
        TermBuilder terms, Dictionary<string, ulong> values, Random random, double[] leaves, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            var bits = BitConverter.DoubleToUInt64Bits(leaves[random.Next(leaves.Length)]);
            if (random.Next(2) == 0)
            {
                return (terms.Constant(Sort.Float64, bits), Canonical(bits));
            }

            var name = $"x{values.Count}";
            values[name] = Canonical(bits);
            return (terms.Input(Sort.Float64, name), Canonical(bits));
        }

        var operation = (Operator)random.Next((int)Operator.FloatNegate, (int)Operator.FloatNearestAway + 1);
        var row = OperatorTable.Of(operation);
        var operands = Enumerable.Range(0, row.Arity).Select(_ => RandomTerm(terms, values, random, leaves, depth - 1)).ToArray();
        var result = row.Evaluate(new(
            operands[0].Value, operands.ElementAtOrDefault(1).Value, operands.ElementAtOrDefault(2).Value, Sort.Float64, Sort.Float64));
        return (terms.Apply(operation, operands[0].Term, operands.ElementAtOrDefault(1).Term, operands.ElementAtOrDefault(2).Term), result!.Value);
    }

    private static ulong Canonical(ulong bits) => double.IsNaN(BitConverter.UInt64BitsToDouble(bits)) ? 0x7FF8000000000000 : bits;

    private Term Float(string name) => _terms.Input(Sort.Float64, name);
}
