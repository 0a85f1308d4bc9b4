using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class SizeTrial
{
    /// <summary>
    /// What the run owes. False for some inputs is a counterexample, true for all by a solver is settled, anything else open.
    /// </summary>
    private void Settle(RunResult run, RunOptions options)
    {
        var owed = run.Obligations.Select(Given).Where(obligation => !_settled.Contains(obligation.MustHold)).DistinctBy(obligation => obligation.MustHold).ToList();
        if (owed.Count == 0)
        {
            return;
        }

        var breaking = Enumerable.Range(1, _options.Samples).Select(seed => Drawn((ulong)seed))
            .Select(inputs => (Inputs: inputs, Broken: BrokenBy(inputs, owed))).FirstOrDefault(found => found.Broken is not null);
        if (breaking.Broken is { } broken)
        {
            Break(broken, breaking.Inputs, options);
            return;
        }

        foreach (var obligation in owed)
        {
            switch (Ask(_terms.Not(obligation.MustHold)))
            {
                case SolverAnswer.Impossible impossible:
                    _findings.Provers.Add($"conditions on contents by {impossible.Prover}");
                    _settled.Add(obligation.MustHold);
                    Certify(obligation);
                    break;
                case SolverAnswer.Possible { Inputs: var inputs } when BrokenBy(inputs, owed) is { } found:
                    Break(found, inputs, options);
                    return;
                default:
                    LeaveOpen(obligation);
                    break;
            }
        }
    }

    /// <summary>Of inputs that the contract does not allow, nothing is owed.</summary>
    private Obligation Given(Obligation obligation) => obligation with { MustHold = _terms.Apply(Operator.Or, _terms.Not(_indices.Given), obligation.MustHold) };

    private bool IsAllowed(IReadOnlyDictionary<string, ulong> inputs) => Holds(_indices.Given, inputs);

    private bool Holds(Term condition, IReadOnlyDictionary<string, ulong> inputs) => TermEvaluator.Evaluate(_terms.Store, [condition], name => inputs.GetValueOrDefault(name))[0] == 1;

    private void Certify(Obligation obligation)
    {
        if (obligation.Otherwise is RunOutcome.Violated violated)
        {
            _options.Certificates?.AddObligation(PropertyOf(violated.Kind), $"{_where}: no {violated.What}", _terms.Store, obligation.MustHold);
        }
    }

    private Obligation? BrokenBy(IReadOnlyDictionary<string, ulong> inputs, IReadOnlyList<Obligation> owed)
    {
        var values = TermEvaluator.Evaluate(_terms.Store, [.. owed.Select(obligation => obligation.MustHold)], name => inputs.GetValueOrDefault(name));
        return owed.Where((_, index) => values[index] == 0).FirstOrDefault();
    }

    private void Break(Obligation broken, IReadOnlyDictionary<string, ulong> inputs, RunOptions options)
    {
        if (broken.Otherwise is RunOutcome.Violated violated)
        {
            Refute(PropertyOf(violated.Kind), options, inputs, violated);
        }
        else
        {
            LeaveOpen(broken);
        }
    }

    private void LeaveOpen(Obligation obligation)
    {
        switch (obligation.Otherwise)
        {
            case RunOutcome.Violated violated:
                _findings.LeaveOpen(PropertyOf(violated.Kind), $"{violated.What}, unless contents rule it out");
                break;
            case RunOutcome.Unsupported unsupported:
                _findings.NotModelled(unsupported.Construct, unsupported.Span);
                break;
        }
    }

    /// <summary>Once anything is open nothing will be proved, and the solver is not asked any more.</summary>
    private SolverAnswer Ask(Term condition, Effort effort = Effort.Full) =>
        _findings.HasOpen ? new SolverAnswer.Undecided("no more questions are asked") : _solver.Solve(_terms.Apply(Operator.And, _indices.Given, condition), effort);
}
