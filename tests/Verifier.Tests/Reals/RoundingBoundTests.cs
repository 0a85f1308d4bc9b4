using System.Diagnostics;
using HpcVerify.Verifier.Reals;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Tests.Reals;

/// <summary>The bound holds for random computations on random numbers with full mantissas, fused and not.</summary>
public sealed class RoundingBoundTests
{
    private const int Inputs = 5;
    private const int Draws = 8;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void RandomComputationStaysWithinItsBound(int seed)
    {
        var random = new Random(seed);
        var sort = random.Next(4) == 0 ? Sort.Float32 : Sort.Float64;
        var builder = new TermBuilder(new TermStore());
        Term[] inputs = [.. Enumerable.Range(0, Inputs).Select(index => builder.Input(sort, Name(index)))];
        var tree = Tree.Drawn(random, depth: 5);
        var expected = tree.Build(builder, inputs, sort, _ => false, _ => false);
        var actual = tree.Build(builder, inputs, sort, _ => random.Next(2) == 0, _ => random.Next(2) == 0);

        var comparer = new RealComparer(builder.Store, RealOptions.Usual);
        var equal = Assert.IsType<RealComparison.Equal>(comparer.Compare(expected, actual, 1e6, sort));
        for (var draw = 0; draw < Draws; draw++)
        {
            AssertWithin(equal.BoundInUnits, tree, builder.Store, expected, actual, sort, random);
        }
    }

    private static void AssertWithin(
        double boundInUnits, Tree tree, TermStore store, Term expected, Term actual, Sort sort, Random random)
    {
        double[] numbers = [.. Enumerable.Range(0, Inputs).Select(_ => Rounded((random.NextDouble() * 2) - 1, sort))];
        var values = TermEvaluator.Evaluate(store, [expected, actual], name => Bits(numbers[name[1] - '0'], sort));
        var (left, right) = (Number(values[0], sort), Number(values[1], sort));
        var unit = Math.ScaleB(1, sort.Width == 32 ? -24 : -53);
        var magnitude = tree.Magnitude(numbers);
        var allowed = Rational.Of(boundInUnits) * Rational.Of(unit) * magnitude;
        Assert.False(Rational.Abs(left - right) > allowed, $"{tree} errs by more than {boundInUnits} units");
        Assert.False(
            expected != actual && Rational.Abs(left - tree.Value(numbers)) > allowed, $"{tree} is further from the exact value than {boundInUnits} units");
    }

    private static string Name(int index) => $"x{index}";

    private static double Rounded(double value, Sort sort) => sort.Width == 32 ? (float)value : value;

    private static ulong Bits(double value, Sort sort) =>
        sort.Width == 32 ? BitConverter.SingleToUInt32Bits((float)value) : BitConverter.DoubleToUInt64Bits(value);

    private static Rational Number(ulong? bits, Sort sort) =>
        Rational.Of(sort.Width == 32 ? BitConverter.UInt32BitsToSingle((uint)bits!.Value) : BitConverter.UInt64BitsToDouble(bits!.Value));

    /// <summary>An expression of its own, evaluated without any term.</summary>
    private abstract record Tree
    {
        public sealed record Leaf(int Index) : Tree;

        public sealed record Scaled(double Factor, Tree Operand) : Tree;

        public sealed record Sum(Tree Left, Tree Right, bool IsDifference) : Tree;

        public sealed record Product(Tree Left, Tree Right) : Tree;

        public static Tree Drawn(Random random, int depth) => depth == 0 ? new Leaf(random.Next(Inputs)) : random.Next(8) switch
        {
            0 => new Leaf(random.Next(Inputs)),
            1 => new Scaled(random.Next(2) == 0 ? 0.1f : -4, Drawn(random, depth - 1)),
            2 or 3 => new Product(Drawn(random, depth - 2 < 0 ? 0 : depth - 2), Drawn(random, depth - 1)),
            var kind => new Sum(Drawn(random, depth - 1), Drawn(random, depth - 1), kind == 4),
        };

        /// <summary>The computation, where asked for fused and with its sums turned round.</summary>
        public Term Build(TermBuilder builder, Term[] inputs, Sort sort, Func<Tree, bool> isFused, Func<Tree, bool> isTurned)
        {
            Term Of(Tree tree) => tree.Build(builder, inputs, sort, isFused, isTurned);
            Term Negated(Term term, bool isNegated) => isNegated ? builder.Apply(Operator.FloatNegate, term) : term;
            switch (this)
            {
                case Leaf(var index):
                    return inputs[index];
                case Scaled(var factor, var operand):
                    return builder.Apply(Operator.FloatMultiply, Of(operand), builder.Constant(sort, Bits(factor, sort)));
                case Product(var left, var right):
                    return builder.Apply(Operator.FloatMultiply, Of(left), Of(right));
                case Sum(Product(var a, var b), var right, var isDifference) when isFused(this):
                    return builder.Apply(Operator.FloatFusedMultiplyAdd, Of(a), Of(b), Negated(Of(right), isDifference));
                case Sum(Sum(var a, var b, false), var c, false) when isTurned(this):
                    return builder.Apply(Operator.FloatAdd, Of(a), builder.Apply(Operator.FloatAdd, Of(b), Of(c)));
                case Sum(var left, var right, var isDifference):
                    return builder.Apply(isDifference ? Operator.FloatSubtract : Operator.FloatAdd, Of(left), Of(right));
                default:
                    throw new UnreachableException();
            }
        }

        public Rational Value(double[] numbers) => this switch
        {
            Leaf(var index) => Rational.Of(numbers[index]),
            Scaled(var factor, var operand) => Rational.Of(factor) * operand.Value(numbers),
            Product(var left, var right) => left.Value(numbers) * right.Value(numbers),
            Sum(var left, var right, var isDifference) => isDifference
                ? left.Value(numbers) - right.Value(numbers)
                : left.Value(numbers) + right.Value(numbers),
            _ => throw new UnreachableException(),
        };

        public Rational Magnitude(double[] numbers) => this switch
        {
            Leaf(var index) => Rational.Abs(Rational.Of(numbers[index])),
            Scaled(var factor, var operand) => Rational.Abs(Rational.Of(factor)) * operand.Magnitude(numbers),
            Product(var left, var right) => left.Magnitude(numbers) * right.Magnitude(numbers),
            Sum(var left, var right, _) => left.Magnitude(numbers) + right.Magnitude(numbers),
            _ => throw new UnreachableException(),
        };
    }
}
