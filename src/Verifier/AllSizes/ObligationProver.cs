using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Races;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Proves obligations: by what known facts add up to, by isl what is linear, and, where it is asked for, by Z3.</summary>
internal sealed class ObligationProver(AllSizesOptions options)
{
    private readonly QuestionBudget _questions = new(options);
    private readonly Dictionary<Formula, NonNegativity> _conditions = [];
    private int _undecided;

    /// <summary>Whether no sizes at all satisfy what is known.</summary>
    public bool IsImpossible(Formula known) => _questions.Search.Find(known) is PointAnswer.None;

    /// <summary>Whether an obligation is met, without Z3.</summary>
    public bool IsMet(Formula known, Obligation obligation)
    {
        var all = Formula.And(known, obligation.Domain);
        return obligation.NonNegative.All(Under(all).Holds) || (obligation is { Linear: { } linear } && _questions.IsExcluded(Formula.And(all, linear.Possible)));
    }

    /// <summary>Whether a number is not negative where a condition holds, without Z3.</summary>
    public bool Holds(Formula condition, IntegerPolynomial number) => Under(condition).Holds(number);

    /// <summary>A polynomial over the sizes that an obligation's first number is never less than; null where none is found.</summary>
    public IntegerPolynomial? LeastOf(Formula known, Obligation obligation, IReadOnlySet<Dimension> sizes) =>
        Under(Formula.And(known, obligation.Domain)).LeastOf(obligation.NonNegative[0], sizes);

    /// <summary>Most places have their condition in common with others.</summary>
    private NonNegativity Under(Formula condition)
    {
        if (!_conditions.TryGetValue(condition, out var made))
        {
            _conditions.Add(condition, made = new(_questions, condition));
        }

        return made;
    }

    /// <summary>Whether Z3 shows an obligation to be met that isl does not. It does not say more of those that are linear.</summary>
    public bool IsMetByZ3(Formula known, Obligation obligation)
    {
        if (_undecided >= options.MostUndecided || obligation.IsLinear)
        {
            return false;
        }

        var isMet = _questions.Search.Find(Formula.And(known, obligation.Domain, obligation.Violation)) is PointAnswer.None;
        _undecided += isMet ? 0 : 1;
        return isMet;
    }
}

/// <summary>Questions to isl about one kernel, of which there are only so many.</summary>
internal sealed class QuestionBudget(AllSizesOptions options)
{
    public PointSearch Search { get; } = new(new(options.PolyhedralOperations, options.SolverUnits, options.MostObligations) { Exclusions = options.Exclusions });
    private readonly Dictionary<Formula, bool> _answers = [];

    /// <summary>Whether the linear parts of a condition alone exclude it; false when nothing is left to be asked. Obligations have much in common.</summary>
    public bool IsExcluded(Formula condition)
    {
        var linear = condition.LinearPart;
        if (!_answers.TryGetValue(linear, out var isExcluded) && _answers.Count < options.MostQuestions)
        {
            _answers[linear] = isExcluded = Search.IsExcluded(linear);
        }

        return isExcluded;
    }
}
