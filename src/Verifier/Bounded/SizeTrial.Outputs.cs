using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Reals;
using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class SizeTrial
{
    /// <summary>What the last run showed equal that no run before did.</summary>
    private readonly List<CertifiedPair> _shown = [];

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

        _shown.Clear();
        var units = _request.Task.ToleranceAt(Sizes);
        foreach (var (position, buffer) in RunArgument.WrittenFirst(_arguments))
        {
            for (var index = 0; index < buffer.Contents.Length; index++)
            {
                if (!CompareOne(buffer.Element, new(buffer.Name, index), _reference.Buffers[position][index], run.Buffers[position][index], units, options))
                {
                    return;
                }
            }
        }

        CompareOne(_request.Task.Prototype.Result, OutputPlace.Returned, _reference.Returned, run.Returned, units, options);
        if (_shown.Count > 0)
        {
            _options.Certificates?.AddEqualities(FormattableString.Invariant($"{_where}, {options.Threads} threads"), _terms.Store, _shown);
        }
    }

    /// <summary>Compares one element; false where there is no use in looking at others.</summary>
    private bool CompareOne(CType type, OutputPlace place, Scalar expected, Scalar actual, double units, RunOptions options)
    {
        if (expected.IsMixed)
        {
            return Open($"the reference stores to '{place}' for some contents only, and what it held before means nothing");
        }

        // What the reference leaves alone means nothing.
        if (expected.IsIndeterminate || (expected.IsConcrete && expected.IsSameAs(actual)))
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
        if (right == left)
        {
            _findings.HasSensitiveBits = _findings.HasSensitiveBits || _reals.IsSensitiveToContraction(right);
            return _options.Certificates is null || AreEqual(right, left, inReals: false);
        }

        if (_equal.Contains((right, left)))
        {
            return true;
        }

        if (!sort.IsFloating)
        {
            return Settle(place, right, left, "another value", options);
        }

        if ((IsChoice(right) || IsChoice(left)) && Ask(Different(right, left), Effort.Structure) is SolverAnswer.Impossible impossible)
        {
            return AreEqual(right, left, impossible);
        }

        var comparison = _reals.Compare(right, left, units, sort);
        switch (comparison)
        {
            case RealComparison.Equal equal:
                _findings.EqualInReals(equal.BoundInUnits);
                return AreEqual(right, left, inReals: true);
            case RealComparison.QualifiedEqual equal:
                _findings.EqualInReals(equal.BoundInUnits);
                _findings.Qualifications.Add(Words(equal.Qualifications));
                return AreEqual(right, left, inReals: true);
            case RealComparison.Different different:
                return Differ($"{place}", options, WithNumbers(different.Witness), FormattableString.Invariant($"the coefficient of {different.Monomial} is {different.Actual}, not {different.Expected}"));
            case RealComparison.TooInaccurate inaccurate:
                return Differ($"{place}", options, null, FormattableString.Invariant($"an error bound of {inaccurate.BoundInUnits:G4} units, where {inaccurate.Tolerance:G4} are tolerated"));
            default:
                return Settle(place, right, left, ((RealComparison.Unknown)comparison).Reason, options);
        }
    }

    /// <summary>A pair that no normal form shows equal: it has the same bits for all inputs, or else some inputs tell it apart.</summary>
    private bool Settle(OutputPlace place, Term expected, Term actual, string reason, RunOptions options)
    {
        var differs = Different(expected, actual);
        if (Holds(differs, Drawn(1)) && Difference(options, null, reason, samples: 1) is { } witness)
        {
            // What one sample shows, no solver need be asked.
            return Refuted(witness);
        }

        switch (Ask(differs))
        {
            case SolverAnswer.Impossible impossible:
                return AreEqual(expected, actual, impossible);
            case SolverAnswer.Possible:
                var moderate = Concrete.InputTerms(_arguments).Select(IsModerate).Aggregate(differs, (all, one) => _terms.Apply(Operator.And, all, one));
                return Differ($"{place}", options, (Ask(moderate) as SolverAnswer.Possible)?.Inputs, reason);
            default:
                return Differ($"{place}", options, null, reason);
        }
    }

    private bool IsChoice(Term term) => _terms.Store.OperatorOf(term) == Operator.Ite;

    private Term Different(Term expected, Term actual) => _terms.Not(_terms.Apply(Operator.Equal, expected, actual));

    private bool AreEqual(Term expected, Term actual, SolverAnswer.Impossible proof)
    {
        _findings.Provers.Add($"equal bits by {proof.Prover}");
        _findings.HasSensitiveBits |= _reals.IsSensitiveToContraction(expected) || _reals.IsSensitiveToContraction(actual);
        return AreEqual(expected, actual, inReals: false);
    }

    /// <summary>Always true; the pair is not compared again.</summary>
    private bool AreEqual(Term expected, Term actual, bool inReals)
    {
        if (_equal.Add((expected, actual)) && _options.Certificates is not null)
        {
            // Bits are equal for inputs that the contract allows; over the reals no case needs that.
            _shown.Add(new(inReals || expected == actual ? expected : _terms.Ite(_indices.Given, expected, actual), actual, inReals));
        }

        return true;
    }

    /// <summary>Far from overflow and underflow, so that a difference is none of rounding at the ends of the range (SOUNDNESS 10).</summary>
    private Term IsModerate(Term input)
    {
        var sort = _terms.Store.SortOf(input);
        if (!sort.IsFloating)
        {
            return _terms.True;
        }

        var size = _terms.Apply(Operator.FloatAbsolute, input);
        var isBetween = _terms.Apply(Operator.And, _terms.Apply(Operator.FloatLess, Number(1e-9), size), _terms.Apply(Operator.FloatLess, size, Number(1e9)));
        return _terms.Apply(Operator.Or, _terms.Apply(Operator.FloatEqual, input, Number(0)), isBetween);

        Term Number(double number) => _terms.Constant(sort, FloatBits.Of(number, sort));
    }

    private Term TermOf(Scalar scalar, Sort sort)
    {
        var from = scalar.IsConcrete ? sort : _terms.Store.SortOf(scalar.Term);
        var term = scalar.ToTerm(_terms, sort);
        return from == sort ? term : _terms.Apply(sort.IsFloating ? Operator.BitsToFloat : Operator.FloatToBits, sort, term);
    }

    private static string Words(Qualifications qualifications) => string.Join(" and ", new[]
    {
        qualifications.HasFlag(Qualifications.OpaqueTermsFusedAlike) ? "conditions, divisors, roots and arguments of library functions are contracted alike on both sides" : null,
        qualifications.HasFlag(Qualifications.CoefficientsDiffer) ? "rounded constants count as rounding errors" : null,
    }.OfType<string>());
}
