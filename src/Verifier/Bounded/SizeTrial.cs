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

    /// <summary>One in so many of its steps a run takes before it is asked whether it goes round in circles.</summary>
    private const int EarlyShare = 16;

    private readonly VerificationRequest _request;
    private readonly BoundedOptions _options;
    private readonly ConcreteTrial _concrete;
    private readonly Findings _findings;
    private readonly TermBuilder _terms = new(new TermStore());
    private readonly RealComparer _reals;
    private readonly TermSolver _solver;
    private readonly ImmutableArray<RunArgument> _arguments;
    private readonly TrialInput _trialInput;

    /// <summary>What the contract says of inputs of the call.</summary>
    private readonly OpenIndices _indices;

    /// <summary>The sizes and the arrangement, for people.</summary>
    private readonly string _where;

    /// <summary>What the reference leaves after its first call.</summary>
    private readonly RunResult _first;

    /// <summary>What the run at hand is compared with.</summary>
    private RunResult _reference;

    /// <summary>Pairs of terms that were shown equal: other teams often compute the same ones.</summary>
    private readonly HashSet<(Term Expected, Term Actual)> _equal = [];

    /// <summary>What a solver has shown to hold for all contents.</summary>
    private readonly HashSet<Term> _settled = [];

    /// <param name="arrangement">Which buffers overlap; null where none do.</param>
    /// <param name="opensIndices">Whether index arrays hold any values in their range, instead of those drawn.</param>
    public SizeTrial(
        VerificationRequest request, BoundedOptions options, ConcreteTrial concrete, Findings findings, Questions questions, TrialInput drawn, Arrangement? arrangement,
        bool opensIndices = false)
    {
        (_request, _options, _concrete, _findings, _trialInput) = (request, options, concrete, findings, drawn);
        _reals = new(_terms.Store, RealOptions.Usual with { MaximalMonomials = MostMonomials });
        _solver = new(_terms.Store, questions);
        var apart = SymbolicCall.Arguments(request.Task.Contract, Sizes, _terms, drawn) ?? throw new InvalidOperationException("a contract that SymbolicCall cannot make a call of");
        _indices = opensIndices ? OpenIndices.Of(request.Task.Contract, Sizes, _terms) : OpenIndices.None(_terms);
        _arguments = arrangement?.At(Sizes) is { } overlap ? arrangement.Lay(apart, overlap) : _indices.In(apart);
        _where = ConcreteCall.Describe(request.Task, Sizes, _arguments);
        _first = _reference = Reference(calls: 1, isPlacedBackwards: false);
    }

    public Sizes Sizes => _trialInput.Sizes;

    public RunOutcome ReferenceOutcome => _first.Outcome;

    /// <summary>One run of the kernel, and what it shows.</summary>
    public void Run(RunWay way)
    {
        var first = way.IsPlacedBackwards ? Reference(calls: 1, isPlacedBackwards: true) : _first;
        _reference = first;
        var earned = _reference.Outcome is RunOutcome.Finished ? _options.StepsPerReferenceStep * _reference.Steps : 0;
        var options = new RunOptions(_options.StepsPerSize + earned, way.Threads, way.IsReversed) { IsPlacedBackwards = way.IsPlacedBackwards, Ranges = _indices.Ranges, Cancellation = _options.Cancellation };
        var once = Run(options);
        if (_request.Kernel.Run.HasState && !_findings.IsRefuted)
        {
            _reference = _request.Reference.Run.HasState ? Reference(calls: 2, way.IsPlacedBackwards) : first;
            var twice = options with { Calls = 2, Steps = 2 * options.Steps };
            Run(twice);
            if (!_findings.IsRefuted && !_findings.HasOpen && Earlier() is { } earlier)
            {
                RunAfter(earlier, once, twice);
            }
        }
    }

    /// <summary>A call with other contents, before the one that counts; null where buffers overlap.</summary>
    private ImmutableArray<RunArgument>? Earlier() =>
        _arguments.OfType<RunArgument.Buffer>().All(buffer => buffer.Overlap is null) ? SymbolicCall.Arguments(_request.Task.Contract, Sizes, _terms, _trialInput, suffix: " before") : null;

    /// <summary>
    /// What a kernel keeps of another call must not show. No witness is made: a call is all that can be replayed. Where it also
    /// leaves behind what it leaves after a first call, the same holds after any number of calls, by induction;
    /// a reference that keeps something itself is compared for two calls only.
    /// </summary>
    private void RunAfter(ImmutableArray<RunArgument> earlier, RunResult once, RunOptions options)
    {
        var reference = _request.Reference.Run.HasState
            ? _request.Reference.Run.Run(_terms, _arguments, options with { Steps = 2 * _options.ReferenceSteps, Earlier = earlier })
            : _first;
        var run = _request.Kernel.Run.Run(_terms, _arguments, options with { Earlier = earlier });
        _findings.Count(run);
        var isSame = run.Outcome is RunOutcome.Finished && reference.Outcome is RunOutcome.Finished && run.Obligations.All(obligation => _settled.Contains(Given(obligation).MustHold))
            && run.Buffers.Zip(reference.Buffers).All(pair => pair.First.Zip(pair.Second).All(scalars => IsSame(scalars.First, scalars.Second)))
            && IsSame(run.Returned, reference.Returned);
        if (!isSame)
        {
            _findings.LeaveOpen(Property.Equivalence, $"what the kernel leaves at {_where} may hang on the contents of an earlier call");
        }
        else if (!_request.Reference.Run.HasState && !run.Kept!.IsAs(once.Kept!))
        {
            _findings.LeaveOpen(Property.Equivalence, $"what the kernel keeps after a call at {_where} hangs on the calls before it: later ones than the second may differ");
        }
    }

    private bool IsSame(Scalar actual, Scalar expected) => expected.IsIndeterminate || actual.IsSameAs(expected)
        || (!actual.IsIndeterminate && actual is { IsConcrete: false } && expected is { IsConcrete: false } && _equal.Contains((expected.Term, actual.Term)));

    private RunResult Reference(int calls, bool isPlacedBackwards)
    {
        var options = new RunOptions(calls * _options.ReferenceSteps, 1, false) { Calls = calls, IsPlacedBackwards = isPlacedBackwards, Ranges = _indices.Ranges, Cancellation = _options.Cancellation };
        var run = _request.Reference.Run.Run(_terms, _arguments, options);
        _findings.HasOpenPlacement |= run.HasOpenPlacement;
        _findings.LibraryFunctions.UnionWith(run.LibraryFunctions);

        // What is not modelled for some contents only says nothing of right and wrong for these.
        return run.Obligations.Select(obligation => obligation.Otherwise).OfType<RunOutcome.Unsupported>().FirstOrDefault() is { } gap ? run with { Outcome = gap } : run;
    }

    private RunResult Run(RunOptions options)
    {
        var run = RunOfKernel(options);
        _findings.Count(run);
        SettleSides(run);
        Judge(run, options);
        return run;
    }

    /// <summary>A loop that never ends is mostly seen to come back to where it was long before the steps are spent.</summary>
    private RunResult RunOfKernel(RunOptions options)
    {
        var early = options with { Steps = options.Steps / EarlyShare };
        var run = _request.Kernel.Run.Run(_terms, _arguments, early);
        return run.Outcome is not RunOutcome.OutOfSteps || EndlessLoop(early) is not null ? run : _request.Kernel.Run.Run(_terms, _arguments, options);
    }

    private void Judge(RunResult run, RunOptions options)
    {
        switch (run.Outcome)
        {
            case RunOutcome.Violated violated:
                Refute(PropertyOf(violated.Kind), options, Drawn(1), violated);
                return;
            case RunOutcome.Unsupported unsupported:
                _findings.NotModelled(unsupported.Construct, unsupported.Span);
                return;
            case RunOutcome.OutOfSteps:
                NoEnd(options);
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
        Violation.EndlessLoop => Property.Termination,
        _ => Property.Memory,
    };
}
