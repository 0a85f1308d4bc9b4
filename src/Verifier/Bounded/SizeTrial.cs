using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Reals;
using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Everything about one size and one drawing of index arrays: the reference once, the kernel for each team.</summary>
internal sealed partial class SizeTrial
{
    private const int MostMonomials = 1 << 13;

    private readonly VerificationRequest _request;
    private readonly BoundedOptions _options;
    private readonly ConcreteTrial _concrete;
    private readonly Findings _findings;
    private readonly Sizes _sizes;
    private readonly TermBuilder _terms = new(new TermStore());
    private readonly RealComparer _reals;
    private readonly TermSolver _solver;
    private readonly ImmutableArray<RunArgument> _arguments;
    private readonly RunResult _reference;

    /// <summary>Pairs of terms that were shown equal: other teams often compute the same ones.</summary>
    private readonly HashSet<(Term Expected, Term Actual)> _equal = [];

    /// <summary>What a solver has shown to hold for all contents.</summary>
    private readonly HashSet<Term> _settled = [];

    public SizeTrial(VerificationRequest request, BoundedOptions options, ConcreteTrial concrete, Findings findings, Questions questions, Sizes sizes, TrialInput drawn)
    {
        (_request, _options, _concrete, _findings, _sizes) = (request, options, concrete, findings, sizes);
        _reals = new(_terms.Store, RealOptions.Usual with { MaximalMonomials = MostMonomials });
        _solver = new(_terms.Store, questions);
        _arguments = SymbolicCall.Arguments(request.Task.Contract, sizes, _terms, drawn) ?? throw new InvalidOperationException("a contract that SymbolicCall cannot make a call of");
        _reference = request.Reference.Run.Run(_terms, _arguments, new(long.MaxValue, 1, false));
    }

    /// <summary>One run of the kernel, and what it shows.</summary>
    public void Run(int threads, bool isReversed)
    {
        var options = new RunOptions(_options.StepsPerSize + (_options.StepsPerReferenceStep * _reference.Steps), threads, isReversed);
        Run(options);
        if (_request.Kernel.Run.HasState && !_findings.IsRefuted)
        {
            Run(options with { Calls = 2, Steps = 2 * options.Steps });
        }
    }

    private void Run(RunOptions options)
    {
        var run = _request.Kernel.Run.Run(_terms, _arguments, options);
        _findings.Count(run);
        switch (run.Outcome)
        {
            case RunOutcome.Violated violated:
                Refute(PropertyOf(violated.Kind), options, Drawn(1), violated);
                return;
            case RunOutcome.Unsupported unsupported:
                _findings.NotModelled(unsupported.Construct, unsupported.Span);
                return;
            case RunOutcome.OutOfSteps:
                _findings.LeaveOpen(Property.Termination, FormattableString.Invariant($"more than {options.Steps} loop turns at {_request.Task.Describe(_sizes)}"));
                return;
            case RunOutcome.NoWayOn:
                Settle(run, options);
                _findings.LeaveOpen(Property.Memory, "both sides of a condition on contents end the run");
                return;
        }

        Settle(run, options);
        if (!_findings.IsRefuted)
        {
            Compare(run, options);
        }
    }

    private static Property PropertyOf(Violation violation) => violation switch
    {
        Violation.SignedOverflow or Violation.Shift or Violation.DivisionByZero => Property.Arithmetic,
        Violation.Assertion or Violation.BrokenPromise => Property.Promises,
        Violation.Race or Violation.Barrier => Property.Races,
        _ => Property.Memory,
    };
}
