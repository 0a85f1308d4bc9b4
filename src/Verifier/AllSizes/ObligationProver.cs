using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Races;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What is known of an obligation.</summary>
internal abstract record ObligationAnswer
{
    private ObligationAnswer() { }

    public sealed record Met : ObligationAnswer;

    /// <summary>A solver gave a point where it is not met; whether that happens is another question.</summary>
    public sealed record Broken : ObligationAnswer;

    public sealed record Undecided(string Reason) : ObligationAnswer;
}

/// <summary>
/// Proves that numbers are not negative: with isl what is linear, by taking products apart (<c>d*a + b</c> is not negative if
/// d, a - s and b + s*d are not), and with Z3 what that leaves open.
/// </summary>
internal sealed class ObligationProver(AllSizesOptions options)
{
    private const int DeepestProduct = 3;

    /// <summary>How many rows are taken from the first part and put into the second.</summary>
    private static readonly ImmutableArray<int> Shifts = [1, 0, -1, 2];

    private readonly PointSearch _search = new(new(options.PolyhedralOperations, options.SolverUnits, options.MostObligations));
    private int _undecided;

    /// <summary>Whether no sizes at all satisfy what is known.</summary>
    public bool IsImpossible(Formula known) => _search.Find(known) is PointAnswer.None;

    /// <param name="known">What holds of the sizes.</param>
    public ObligationAnswer Answer(Formula known, Obligation obligation)
    {
        var (proof, open) = (new Proof(_search, Formula.And(known, obligation.Domain), ProductsIn(known)), new List<IntegerPolynomial>());
        foreach (var number in obligation.NonNegative)
        {
            if (!proof.IsNonNegative(number))
            {
                open.Add(number);
            }
        }

        return open.Count == 0 ? new ObligationAnswer.Met() : Asked(Formula.And(known, obligation.Domain, Formula.Or(open.Select(number => Formula.Less(number, IntegerPolynomial.Zero)))));
    }

    private ObligationAnswer Asked(Formula question)
    {
        if (_undecided >= options.MostUndecided)
        {
            return new ObligationAnswer.Undecided("Z3 has left too many questions open");
        }

        switch (_search.Find(question))
        {
            case PointAnswer.None:
                return new ObligationAnswer.Met();
            case PointAnswer.Point:
                return new ObligationAnswer.Broken();
            case PointAnswer.Undecided undecided:
                _undecided++;
                return new ObligationAnswer.Undecided(undecided.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The products of sizes that a contract keeps within limits.</summary>
    private static ImmutableArray<IntegerPolynomial> ProductsIn(Formula known) =>
    [
        .. (known is Formula.All all ? all.Parts : [known]).OfType<Formula.Comparison>()
            .Where(fact => fact.Relation == Relation.NonNegative && !fact.Value.IsLinear).Select(fact => fact.Value),
    ];

    /// <summary>One proof, under one condition.</summary>
    private sealed class Proof(PointSearch search, Formula known, ImmutableArray<IntegerPolynomial> facts)
    {
        private readonly Dictionary<IntegerPolynomial, bool> _settled = [];

        public bool IsNonNegative(IntegerPolynomial number) =>
            Follows(number, DeepestProduct) || (!number.IsLinear && facts.Any(fact => Follows(number - fact, DeepestProduct)));

        private bool Follows(IntegerPolynomial unscaled, int depth)
        {
            // Without the factor that bytes have in common: 8*x - 8 >= 0 is x - 1 >= 0.
            var condition = Formula.AtLeast(unscaled, IntegerPolynomial.Zero);
            if (condition is not Formula.Comparison { Value: var number })
            {
                return condition.IsTrue;
            }

            if (!_settled.TryGetValue(number, out var follows))
            {
                follows = number.IsLinear ? search.IsExcluded(Formula.And(known, Formula.Less(number, IntegerPolynomial.Zero))) : depth > 0 && IsSum(number, depth - 1);
                _settled[number] = follows;
            }

            return follows;
        }

        private bool IsSum(IntegerPolynomial number, int depth)
        {
            foreach (var factor in Delinearisation.FactorsOf(number))
            {
                var (rows, rest) = Delinearisation.Divide(number, factor);
                var row = IntegerPolynomial.Of(factor);
                if (Follows(row, depth) && Shifts.Any(shift => Follows(rest + (row * shift), depth) && Follows(rows - shift, depth)))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
