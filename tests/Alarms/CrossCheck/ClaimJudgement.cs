using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Compares one claim for all sizes with runs at some of them.</summary>
internal sealed class ClaimJudgement
{
    private readonly VerificationRequest _request;
    private readonly SizeClaim _claim;

    /// <summary>The task with the claim's condition among what its contract requires; null where the claim has none.</summary>
    private readonly KernelTask? _where;

    public ClaimJudgement(VerificationRequest request, SizeClaim claim, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        (_request, _claim) = (request, claim);
        if (claim.Condition is { } condition)
        {
            var joined = ContractAssumption.Join(request.Task, condition.Condition, parse);
            _where = joined.Value ?? throw new InvalidOperationException($"a condition that is no C: {condition.Condition}");
        }
    }

    public SizeProperty Property => _claim.Property;

    /// <summary>What is claimed, in a word to count it by.</summary>
    public string Word => (_claim.Verdict, _claim.Condition) switch
    {
        (Verdict.Unknown unknown, _) when unknown.Reason.StartsWith("it rests on", StringComparison.Ordinal) => "not asked",
        (var verdict, null) => verdict.GetType().Name.ToLowerInvariant(),
        (var verdict, { IsWeakest: true }) => $"{verdict.GetType().Name.ToLowerInvariant()}, weakest condition",
        var (verdict, _) => $"{verdict.GetType().Name.ToLowerInvariant()}, sufficient condition",
    };

    /// <summary>Whether a size satisfies the claim's condition; null where the claim has none.</summary>
    public bool? Holds(Sizes sizes) => _where?.Allows(sizes);

    /// <summary>What is wrong with the claim, if a size shows it; null where nothing is.</summary>
    /// <param name="others">Runs by teams that were not looked at, before it is said that nothing goes wrong.</param>
    public string? AgainstRuns(Sizes sizes, IReadOnlyList<TeamRun> runs, Func<IReadOnlyList<TeamRun>> others)
    {
        var broken = runs.FirstOrDefault(run => run.Breaks(Property));
        if (_claim.Verdict is Verdict.Proved)
        {
            return broken is null ? null : $"proved, but {broken.What}";
        }

        return (Holds(sizes), broken) switch
        {
            (true, { What: var what }) => $"holds when {_claim.Condition}, which is so, but {what}",
            (false, null) when _claim.Condition!.IsWeakest && runs.All(run => run.IsRight) && others().All(run => run.IsRight) => $"holds when {_claim.Condition}, which is not so, but nothing goes wrong",
            _ => null,
        };
    }

    /// <summary>What is wrong with the witness of a refuted claim; null where nothing is.</summary>
    public string? AgainstWitness()
    {
        if (_claim.Verdict is not Verdict.Refuted(var witness))
        {
            return null;
        }

        var again = BoundedAnswer.Again(_request, witness.Call);
        return !_request.Task.Allows(witness.Call.Sizes) ? $"refuted at {witness.Sizes}, which the contract does not allow"
            : _where?.Allows(witness.Call.Sizes) == true ? $"refuted at {witness.Sizes}, where the condition {_claim.Condition} holds"
            : again.Breaks(Property) ? null
            : $"refuted at {witness.Sizes}, where the run is this: {again.What}";
    }
}
