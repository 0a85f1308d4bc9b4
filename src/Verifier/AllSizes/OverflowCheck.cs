using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inequalities;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Every integer operation against its type. Large sizes at which one does not fit are left out of all claims, which say so
/// (SOUNDNESS 15); that numbers which depend on contents fit is taken for granted, and said.
/// </summary>
internal sealed partial class OverflowCheck : SizeCheck
{
    /// <summary>A range is derived only if it leaves out no sizes as small as this.</summary>
    private const int SmallSize = 1024;

    private const int MostNamed = 3;

    public override SizeProperty Property => SizeProperty.Overflow;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var open = new List<(RangeDemand Demand, Obligation Obligation)>();
        foreach (var demand in problem.Extraction.Ranges.Where(demand => demand.Limits is not null))
        {
            var obligation = Fits(demand, problem.Facts);
            if (!problem.Prover.IsMet(problem.Known, obligation))
            {
                open.Add((demand, obligation));
            }
        }

        var contents = open.Where(item => item.Obligation.IsAboutContents && !item.Demand.IsWrap).Select(item => item.Demand).ToList();
        var sizes = open.Where(item => !item.Obligation.IsAboutContents || item.Demand.IsWrap).ToList();
        var ranges = sizes.Select(item => RangeOf(item.Demand, item.Obligation, problem)).ToList();
        if (ranges.TrueForAll(range => range is not null))
        {
            var range = Shortened(Formula.And(ranges.OfType<Formula>()));
            var scope = range.IsTrue ? problem.Sizes : $"{problem.Sizes} with {InC(range)}";
            return contents is []
                ? new(Property, new Verdict.Proved(new(scope, "", problem.Assumptions))) { Range = range, Sizes = scope }
                : new(Property, new Verdict.Unknown($"{Named(contents, problem)} may leave its type for some contents")) { Range = range, Sizes = scope, IsAssumed = true, Assumptions = [$"{Named(contents, problem)} fits its type"] };
        }

        var other = sizes.Where((_, index) => ranges[index] is null).ToList();
        return ObligationVerdict.Of(problem, Property, [.. other.Select(item => item.Obligation)], Violation.SignedOverflow);
    }

    private static Obligation Fits(RangeDemand demand, ContractFacts facts)
    {
        var (least, greatest) = demand.Limits!.Value;
        return Obligation.At(
            demand.Setting, facts, $"'{demand.Value}' may leave its type", mayBeExact: !demand.IsWrap, demand.Value - IntegerPolynomial.Of(least), IntegerPolynomial.Of(greatest) - demand.Value);
    }

    /// <summary>A condition on the sizes that makes an operation fit and excludes none that is small; null where none is found.</summary>
    private static Formula? RangeOf(RangeDemand demand, Obligation obligation, SizeProblem problem)
    {
        var conditions = new List<IntegerPolynomial>();
        foreach (var number in obligation.NonNegative)
        {
            var one = obligation with { NonNegative = [number] };
            if (problem.Prover.IsMet(problem.Known, one))
            {
                continue;
            }

            if (problem.Prover.LeastOf(problem.Known, one, problem.Facts.SizeDimensions.ToHashSet()) is not { } least)
            {
                return null;
            }

            conditions.Add(least);
        }

        var range = Formula.And(conditions.Select(condition => Formula.AtLeast(condition, IntegerPolynomial.Zero)));
        var small = Formula.And([problem.Known, .. problem.Facts.SizeDimensions.Select(size => Formula.AtLeast(IntegerPolynomial.Of(SmallSize), IntegerPolynomial.Of(size)))]);
        return conditions.TrueForAll(condition => problem.Prover.Holds(small, condition)) && problem.Prover.IsMet(Formula.And(problem.Known, range), obligation) ? range : null;
    }

    /// <summary>Without what the rest says already.</summary>
    private static Formula Shortened(Formula range) => range.Conjuncts.OfType<Formula.Comparison>().Aggregate(range, (kept, part) =>
        Formula.And(kept.Conjuncts.Where(other => other != part)) is var others && new PolynomialProver(Facts.Of(others)).IsNonNegative(part.Value) ? others : kept);

    private static string Named(List<RangeDemand> demands, SizeProblem problem)
    {
        var names = demands.Select(demand => $"'{demand.Value}' {problem.At(demand.Setting.Span)}").Distinct().ToList();
        return string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? FormattableString.Invariant($" and {names.Count - MostNamed} more") : "");
    }

    /// <summary>Products of sizes are wider than a size.</summary>
    private static string InC(Formula range) => Product().Replace(range.ToString(), "(long)$1*");

    [GeneratedRegex(@"\b([A-Za-z_]\w*)\*")]
    private static partial Regex Product();
}
