using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Reals;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Everything about one size and one drawing of index arrays: the reference once, the kernel for each team.</summary>
internal sealed class SizeTrial
{
    private const int MostMonomials = 1 << 13;

    private readonly VerificationRequest _request;
    private readonly BoundedOptions _options;
    private readonly ConcreteTrial _concrete;
    private readonly Findings _findings;
    private readonly Sizes _sizes;
    private readonly TermBuilder _terms = new(new TermStore());
    private readonly RealComparer _reals;
    private readonly ImmutableArray<RunArgument> _arguments;

    /// <summary>What the reference leaves after its first call; what counts when it keeps no state.</summary>
    private readonly RunResult _first;
    private RunResult _reference;

    /// <summary>Pairs of terms that were shown equal: other teams often compute the same ones.</summary>
    private readonly HashSet<(Term Expected, Term Actual)> _equal = [];

    public SizeTrial(VerificationRequest request, BoundedOptions options, ConcreteTrial concrete, Findings findings, Sizes sizes, TrialInput drawn)
    {
        (_request, _options, _concrete, _findings, _sizes) = (request, options, concrete, findings, sizes);
        _reals = new(_terms.Store, RealOptions.Usual with { MaximalMonomials = MostMonomials });
        _arguments = SymbolicCall.Arguments(request.Task.Contract, sizes, _terms, drawn) ?? throw new InvalidOperationException("a contract that SymbolicCall cannot make a call of");
        _first = _reference = Reference(calls: 1);
    }

    /// <summary>One run of the kernel, and what it shows.</summary>
    public void Run(int threads, bool isReversed)
    {
        var earned = _reference.Outcome is RunOutcome.Finished ? _options.StepsPerReferenceStep * _reference.Steps : 0;
        var options = new RunOptions(_options.StepsPerSize + earned, threads, isReversed);
        Run(options);
        if (_request.Kernel.Run.HasState && !_findings.IsRefuted)
        {
            _reference = _request.Reference.Run.HasState ? Reference(calls: 2) : _first;
            Run(options with { Calls = 2, Steps = 2 * options.Steps });
            _reference = _first;
        }
    }

    private RunResult Reference(int calls) =>
        _request.Reference.Run.Run(_terms, _arguments, new(calls * _options.ReferenceSteps, 1, false) { Calls = calls });

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

    /// <summary>What the run owes: false for some inputs is a counterexample, false for none that were tried is open.</summary>
    private void Settle(RunResult run, RunOptions options)
    {
        foreach (var obligation in run.Obligations)
        {
            if (obligation.Otherwise is RunOutcome.Unsupported unsupported)
            {
                _findings.NotModelled(unsupported.Construct, unsupported.Span);
                continue;
            }

            var breaking = Enumerable.Range(1, _options.Samples).Select(seed => Drawn((ulong)seed))
                .FirstOrDefault(values => TermEvaluator.Evaluate(_terms.Store, [obligation.MustHold], name => values.GetValueOrDefault(name))[0] == 0);
            switch (obligation.Otherwise)
            {
                case RunOutcome.Violated violated when breaking is not null:
                    Refute(PropertyOf(violated.Kind), options, breaking, violated);
                    return;
                case RunOutcome.Violated violated:
                    _findings.LeaveOpen(PropertyOf(violated.Kind), $"{violated.What}, unless contents rule it out");
                    break;
            }
        }
    }

    private void Compare(RunResult run, RunOptions options)
    {
        if (_reference.Outcome is not RunOutcome.Finished)
        {
            _findings.LeaveOpen(Property.Equivalence, "the reference does not run to its end");
            return;
        }

        if (_findings.IsOpen(Property.Equivalence))
        {
            // Nothing will be proved any more, but it may still be refuted.
            Differ("outputs", options, null, "outputs differ", samples: 1);
            return;
        }

        var units = _request.Task.Contract.ToleranceInUnits is { } tolerance ? ContractArithmetic.Real(tolerance, _sizes) ?? 0 : 0;
        var position = 0;
        foreach (var buffer in _arguments.OfType<RunArgument.Buffer>())
        {
            for (var index = 0; index < buffer.Contents.Length; index++)
            {
                if (!CompareOne(buffer.Element, new(buffer.Name, index), _reference.Buffers[position][index], run.Buffers[position][index], units, options))
                {
                    return;
                }
            }

            position++;
        }

        CompareOne(_request.Task.Prototype.Result, OutputPlace.Returned, _reference.Returned, run.Returned, units, options);
    }

    /// <summary>Compares one element; false where there is no use in looking at others.</summary>
    private bool CompareOne(CType type, OutputPlace place, Scalar expected, Scalar actual, double units, RunOptions options)
    {
        // What the reference leaves alone means nothing.
        if (expected.IsSameAs(actual) || expected.IsIndeterminate)
        {
            return true;
        }

        if (Layout.SortOf(type) is not { } sort)
        {
            _findings.LeaveOpen(Property.Equivalence, $"outputs of type '{type}'");
            return false;
        }

        if (actual.IsIndeterminate)
        {
            return actual.IsMixed ? Open($"'{place}' is stored to for some contents only") : Differ($"{place}", options, Drawn(1), "nothing is stored there");
        }

        var (right, left) = (TermOf(expected, sort), TermOf(actual, sort));
        if (right == left || _equal.Contains((right, left)))
        {
            return true;
        }

        if (!sort.IsFloating)
        {
            return Differ($"{place}", options, null, "another value");
        }

        var comparison = _reals.Compare(right, left, units, sort);
        switch (comparison)
        {
            case RealComparison.Equal equal:
                _findings.EqualInReals(equal.BoundInUnits);
                return _equal.Add((right, left));
            case RealComparison.QualifiedEqual equal:
                _findings.EqualInReals(equal.BoundInUnits);
                _findings.Qualifications.Add(Words(equal.Qualifications));
                return _equal.Add((right, left));
            case RealComparison.Different different:
                return Differ($"{place}", options, WithNumbers(different.Witness), FormattableString.Invariant($"the coefficient of {different.Monomial} is {different.Actual}, not {different.Expected}"));
            case RealComparison.TooInaccurate inaccurate:
                return Differ($"{place}", options, null, FormattableString.Invariant($"an error bound of {inaccurate.BoundInUnits:G4} units, where {inaccurate.Tolerance:G4} are tolerated"));
            default:
                return Differ($"{place}", options, null, ((RealComparison.Unknown)comparison).Reason);
        }
    }

    private static string Words(Qualifications qualifications) => string.Join(" and ", new[]
    {
        qualifications.HasFlag(Qualifications.OpaqueTermsFusedAlike) ? "conditions, divisors and roots are contracted alike on both sides" : null,
        qualifications.HasFlag(Qualifications.CoefficientsDiffer) ? "rounded constants count as rounding errors" : null,
    }.OfType<string>());

    /// <summary>A counterexample, if inputs are found whose outputs really differ; else the element is left open.</summary>
    private bool Differ(string name, RunOptions options, Dictionary<string, ulong>? values, string reason, int? samples = null)
    {
        var tries = (values is null ? [] : new[] { values }).Concat(Enumerable.Range(1, samples ?? _options.Samples).Select(seed => Drawn((ulong)seed)));
        foreach (var inputs in tries)
        {
            var arguments = Concrete.Arguments(_arguments, _terms.Store, input => inputs.GetValueOrDefault(input));
            if (_concrete.Run(_sizes, arguments, options) is TrialResult.Differs { Element: var element })
            {
                _findings.Refute(Property.Equivalence, Witness(options, inputs, reason, _request.Kernel.Entry.Span) with { Element = element });
                return false;
            }
        }

        return Open($"'{name}' at {_request.Task.Describe(_sizes)}: {reason}");
    }

    private bool Open(string reason)
    {
        _findings.LeaveOpen(Property.Equivalence, reason);
        return false;
    }

    /// <summary>A violation counts once a run with known inputs shows it again.</summary>
    private void Refute(Property property, RunOptions options, Dictionary<string, ulong> inputs, RunOutcome.Violated violated)
    {
        var arguments = Concrete.Arguments(_arguments, _terms.Store, name => inputs.GetValueOrDefault(name));
        if (_concrete.Run(_sizes, arguments, options) is TrialResult.Violated { Outcome: var again } && again.Kind == violated.Kind)
        {
            _findings.Refute(property, Witness(options, inputs, violated.What, violated.Span) with { Related = violated.Related });
        }
        else
        {
            _findings.LeaveOpen(property, $"a counterexample that does not replay, which is a defect of this program: {violated.What}");
        }
    }

    private Counterexample Witness(RunOptions options, Dictionary<string, ulong> inputs, string what, TextSpan span)
    {
        var names = Concrete.Inputs(_arguments, _terms.Store).ToDictionary(input => input.Name, input => input.Sort, StringComparer.Ordinal);
        var values = names.ToImmutableSortedDictionary(
            input => input.Key, input => Concrete.Number(inputs.GetValueOrDefault(input.Key), input.Value, true), StringComparer.Ordinal);
        return new(_request.Task.Describe(_sizes), _request.Kernel.HasTeams ? options.Threads : 1, values, options.Calls > 1 ? $"{what} (at the second call)" : what, span);
    }

    private Term TermOf(Scalar scalar, Sort sort)
    {
        var from = scalar.IsConcrete ? sort : _terms.Store.SortOf(scalar.Term);
        var term = scalar.ToTerm(_terms, sort);
        return from == sort ? term : _terms.Apply(sort.IsFloating ? Operator.BitsToFloat : Operator.FloatToBits, sort, term);
    }

    private Dictionary<string, ulong> Drawn(ulong seed) =>
        TrialInput.Generate(_request.Task, _sizes, seed) is { } drawn ? SymbolicCall.Values(drawn) : [];

    /// <summary>Small numbers for the inputs named, zero for the others.</summary>
    private Dictionary<string, ulong> WithNumbers(ImmutableSortedDictionary<string, int> numbers) => Concrete.Inputs(_arguments, _terms.Store)
        .ToDictionary(input => input.Name, input => Concrete.Bits(numbers.GetValueOrDefault(input.Name), input.Sort), StringComparer.Ordinal);

    private static Property PropertyOf(Violation violation) => violation switch
    {
        Violation.SignedOverflow or Violation.Shift or Violation.DivisionByZero => Property.Arithmetic,
        Violation.Assertion or Violation.BrokenPromise => Property.Promises,
        Violation.Race or Violation.Barrier => Property.Races,
        _ => Property.Memory,
    };
}
