using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class SizeTrial
{
    /// <summary>How many conditions of one side a solver is asked about.</summary>
    private const int MostAsked = 2;

    /// <summary>
    /// A side that was gone into under a condition on contents counts as taken once some contents fulfil the condition:
    /// those of a sample, or what Z3 finds. A run goes into sides that nothing can take, too.
    /// </summary>
    private void SettleSides(RunResult run)
    {
        var open = run.DoubtfulSides.Where(doubtful => !doubtful.Point.Was(doubtful.Side)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        foreach (var inputs in Samples().TakeWhile(_ => open.Count > 0))
        {
            Term[] conditions = [.. open.SelectMany(doubtful => doubtful.Conditions).Distinct()];
            var values = TermEvaluator.Evaluate(_terms.Store, conditions, name => inputs.GetValueOrDefault(name));
            var holding = conditions.Where((_, index) => values[index] is > 0).ToHashSet();
            foreach (var doubtful in open.Where(doubtful => doubtful.Conditions.Any(holding.Contains)))
            {
                doubtful.Point.Note(doubtful.Side);
            }

            open.RemoveAll(doubtful => doubtful.Point.Was(doubtful.Side));
        }

        foreach (var doubtful in open.Where(doubtful => doubtful.Conditions.Take(MostAsked).Any(condition => Ask(condition) is SolverAnswer.Possible)))
        {
            doubtful.Point.Note(doubtful.Side);
        }
    }

    /// <summary>Drawn contents, small integers and zeros.</summary>
    private IEnumerable<Dictionary<string, ulong>> Samples()
    {
        var inputs = Concrete.Inputs(_arguments, _terms.Store).ToList();
        for (var seed = 1UL; seed <= SmallTries; seed++)
        {
            yield return Drawn(seed);
            yield return SmallInputs.Of(_request.Task.Contract, Drawn(seed), inputs, seed);
        }

        yield return SmallInputs.Zeros(_request.Task.Contract, Drawn(1), inputs);
    }
}
