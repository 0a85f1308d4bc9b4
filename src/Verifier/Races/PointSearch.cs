using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;
using HpcVerify.Verifier.Smt;

namespace HpcVerify.Verifier.Races;

/// <summary>Whether a condition has a solution in integers.</summary>
internal abstract record PointAnswer
{
    private PointAnswer() { }

    public sealed record None : PointAnswer;

    public sealed record Point(ImmutableDictionary<Dimension, BigInteger> Values) : PointAnswer;

    public sealed record Undecided(string Reason) : PointAnswer;
}

/// <summary>
/// Looks for points that satisfy a condition: with isl what is linear, with Z3 the rest and what isl cannot afford. A point
/// is put into the condition before it is believed.
/// </summary>
internal sealed class PointSearch(RaceOptions options)
{
    public PointAnswer Find(Formula condition)
    {
        if (condition.IsFalse)
        {
            return new PointAnswer.None();
        }

        var linear = condition.LinearPart;
        var first = Polyhedral(linear);
        var isEnough = first is PointAnswer.None || (first is PointAnswer.Point point && (linear == condition || condition.At(dimension => point.Values.GetValueOrDefault(dimension))));
        return Believed(isEnough ? first : Noted(Asked(condition), condition), condition);
    }

    /// <summary>Whether linear parts alone exclude a condition; what is not linear counts as true.</summary>
    public bool IsExcluded(Formula condition) => condition.IsFalse || Polyhedral(condition.LinearPart) is PointAnswer.None;

    private static PointAnswer Believed(PointAnswer answer, Formula condition) => answer is PointAnswer.Point found && !condition.At(dimension => found.Values.GetValueOrDefault(dimension))
        ? new PointAnswer.Undecided("a solver gave a point that is none")
        : answer;

    private PointAnswer Noted(PointAnswer answer, Formula condition)
    {
        if (answer is PointAnswer.None)
        {
            options.Exclusions?.Add(condition);
        }

        return answer;
    }

    private PointAnswer Polyhedral(Formula condition) => Noted(Sampled(condition), condition);

    private PointAnswer Sampled(Formula condition)
    {
        var dimensions = DimensionsOf(condition);
        using var context = new IslContext(options.PolyhedralOperations);
        var set = context.Set(IslText.SetOf(condition, [], dimensions)!);
        return set.IsEmpty() switch
        {
            IslAnswer.Yes => new PointAnswer.None(),
            IslAnswer.No when set.Sample() is { } point => new PointAnswer.Point(dimensions.Index().ToImmutableDictionary(item => item.Item, item => point.Coordinates[item.Index])),
            _ => new PointAnswer.Undecided(context.Failure?.Message ?? "isl finds no point"),
        };
    }

    private PointAnswer Asked(Formula condition)
    {
        var dimensions = DimensionsOf(condition);
        return IntegerQuestion.Ask(SmtText.Of(condition, dimensions), options.SolverUnits) switch
        {
            IntegerAnswer.Unsatisfiable => new PointAnswer.None(),
            IntegerAnswer.Satisfiable(var values) => new PointAnswer.Point(dimensions.ToImmutableDictionary(
                dimension => dimension, dimension => values.GetValueOrDefault(IslText.NameOf(dimension)))),
            IntegerAnswer.Undecided(var reason) => new PointAnswer.Undecided(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ImmutableArray<Dimension> DimensionsOf(Formula condition) => [.. condition.Dimensions.OrderBy(dimension => dimension.Number)];
}
