using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>The sizes for which none of some obligations is broken, as a condition in C.</summary>
internal static partial class SizeConditions
{
    /// <summary>Null where the condition is not found within the budget, or holds for no sizes at all.</summary>
    public static HoldsWhen? Of(SizeProblem problem, IReadOnlyCollection<Obligation> broken)
    {
        if (broken.Any(obligation => obligation.Linear is null))
        {
            return null;
        }

        var sizes = problem.Facts.SizeDimensions;
        using var context = new IslContext(problem.Options.ConditionOperations);
        var violated = Projection(broken.Select(obligation => Formula.And(obligation.Domain, obligation.Linear!.Possible)));
        var surely = Projection(broken.Where(obligation => obligation.IsExact && obligation.Domain.IsLinear).Select(obligation => Formula.And(obligation.Domain, obligation.Linear!.Certain)));
        return Of(problem, context, violated, violated.IsSubsetOf(surely) == IslAnswer.Yes);

        IslSet Projection(IEnumerable<Formula> violations) => violations
            .Select(violation => context.Set(IslText.ParametersOf(Formula.And(problem.Known, violation).LinearPart, sizes)!))
            .Aggregate(context.Set($"[{string.Join(", ", sizes.Select(IslText.NameOf))}] -> {{ : false }}"), (all, set) => all.Union(set)).Coalesce();
    }

    /// <param name="violated">Sizes at which the property may be violated.</param>
    /// <param name="isExact">Whether it is violated at each of them.</param>
    public static HoldsWhen? Of(SizeProblem problem, IslContext context, IslSet violated, bool isExact)
    {
        var sizes = problem.Facts.SizeDimensions;
        var known = context.Set(IslText.ParametersOf(problem.Known.LinearPart, sizes)!);
        var holds = violated.Complement().Intersect(known);
        return holds.IsEmpty() == IslAnswer.No && holds.Coalesce().Condition(known) is { } text
            ? new(InC(text, sizes), problem.Facts.IsUnderstood && isExact)
            : null;
    }

    /// <summary>isl's names are unlike any word of its notation; those of the kernel's parameters are meant.</summary>
    private static string InC(string text, ImmutableArray<Dimension> sizes) => Name().Replace(
        text, match => sizes.FirstOrDefault(size => IslText.NameOf(size) == match.Value)?.Name ?? match.Value);

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Name();
}
