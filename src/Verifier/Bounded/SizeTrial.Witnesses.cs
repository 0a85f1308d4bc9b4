using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class SizeTrial
{
    private const ulong SmallTries = 4;

    private readonly Dictionary<ulong, Dictionary<string, ulong>> _drawn = [];

    /// <summary>A counterexample, if inputs are found whose outputs really differ; else the element is left open.</summary>
    private bool Differ(string name, RunOptions options, IReadOnlyDictionary<string, ulong>? values, string reason, int? samples = null) =>
        (Difference(options, values, reason, samples ?? _options.Samples) ?? DiffersNatively(options, reason)) is { } witness ? Refuted(witness) : Open($"'{name}' at {_where}: {reason}");

    /// <summary>A counterexample among some inputs and those that are drawn; null where reference and kernel agree on all.</summary>
    private Counterexample? Difference(RunOptions options, IReadOnlyDictionary<string, ulong>? values, string reason, int samples)
    {
        var tries = (values is null ? [] : new[] { values }).Concat(Enumerable.Range(1, samples).Select(seed => Drawn((ulong)seed)));
        foreach (var inputs in tries.Where(IsAllowed))
        {
            if (_concrete.Run(CallWith(inputs, options)) is TrialResult.Differs found)
            {
                var smaller = inputs == values ? null : Smaller(options, result => result is TrialResult.Differs);
                var (kept, differs) = smaller is (var small, TrialResult.Differs again) ? (small, again) : (inputs, found);
                return Stored(Witness(options, kept, reason, _request.Kernel.Entry.Span) with { Element = differs.Element }, differs.Place);
            }
        }

        return null;
    }

    /// <summary>Names who stored the element last.</summary>
    private Counterexample Stored(Counterexample witness, OutputPlace place) => _concrete.LastStore(witness.Call, place) is { } store
        ? witness with { Span = store.Span, Thread = store.Thread, Lane = store.Lane, Indices = store.Indices }
        : witness;

    private bool Refuted(Counterexample witness)
    {
        _findings.Refute(Property.Equivalence, witness);
        return false;
    }

    /// <summary>
    /// Where the evaluator does not know what library functions give, only a native call of reference and kernel tells them apart.
    /// Null where it does not, or none can be made.
    /// </summary>
    private Counterexample? DiffersNatively(RunOptions options, string reason)
    {
        const int MostNativeTrials = 6;
        if (_options.DiffersNatively is not { } differs || _findings.LibraryFunctions.Count == 0)
        {
            return null;
        }

        foreach (var inputs in new[] { SmallInputs.Of(_request.Task.Contract, Drawn(1), Concrete.Inputs(_arguments, _terms.Store), 1), Drawn(1) })
        {
            if (_findings.NativeTrials++ < MostNativeTrials
                && Witness(options, inputs, $"{reason}, as seen natively", _request.Kernel.Entry.Span) is var witness
                && differs(_request, witness, _options.Cancellation) is { } element)
            {
                return witness with { Element = element };
            }
        }

        return null;
    }

    private bool Open(string reason)
    {
        _findings.LeaveOpen(Property.Equivalence, reason);
        return false;
    }

    /// <summary>
    /// A run that is too long for its reference is refuted once it is seen to come back to where it was. Zeros are what
    /// sums stay at, so that this is seen at all.
    /// </summary>
    private void NoEnd(RunOptions options)
    {
        if (EndlessLoop(options) is { } witness)
        {
            _findings.Refute(Property.Termination, witness);
            return;
        }

        _findings.LeaveOpen(Property.Termination, FormattableString.Invariant($"more than {options.Steps} loop turns at {_where}"));
    }

    private Counterexample? EndlessLoop(RunOptions options)
    {
        var inputs = SmallInputs.Zeros(_request.Task.Contract, Drawn(1), Concrete.Inputs(_arguments, _terms.Store));
        return _concrete.Run(CallWith(inputs, options)) is TrialResult.Violated { Outcome: { Kind: Violation.EndlessLoop } found } ? WitnessOf(options, inputs, found) : null;
    }

    private Counterexample WitnessOf(RunOptions options, IReadOnlyDictionary<string, ulong> inputs, RunOutcome.Violated violated) =>
        Witness(options, inputs, violated.What, violated.Span) with
        {
            Kind = violated.Kind,
            Related = violated.Related,
            Thread = violated.Thread,
            Lane = violated.Lane,
            Indices = violated.Indices,
        };

    /// <summary>A violation counts once a run with known inputs shows it again.</summary>
    private void Refute(Property property, RunOptions options, IReadOnlyDictionary<string, ulong> inputs, RunOutcome.Violated violated)
    {
        if (_concrete.Run(CallWith(inputs, options)) is not TrialResult.Violated { Outcome: var found } || found.Kind != violated.Kind)
        {
            // Where buffers overlap, contents may be such that the reference is undefined, too.
            _findings.LeaveOpen(property, _arguments.OfType<RunArgument.Buffer>().Any(buffer => buffer.Overlap is not null)
                ? $"at {_where}, where the reference may be undefined, too: {violated.What}"
                : $"a counterexample that does not replay, which is a defect of this program: {violated.What}");
            return;
        }

        var smaller = Smaller(options, result => result is TrialResult.Violated { Outcome.Kind: var kind } && kind == violated.Kind);
        var (kept, again) = smaller is (var small, TrialResult.Violated same) ? (small, same.Outcome) : (inputs, found);
        _findings.Refute(property, WitnessOf(options, kept, again));
    }

    /// <summary>Inputs of small integers for which the call fails alike, so that a person can follow it; null where none were found.</summary>
    private (Dictionary<string, ulong> Inputs, TrialResult Result)? Smaller(RunOptions options, Func<TrialResult, bool> failsAlike)
    {
        for (var seed = 1UL; seed <= SmallTries; seed++)
        {
            var inputs = SmallInputs.Of(_request.Task.Contract, Drawn(seed), Concrete.Inputs(_arguments, _terms.Store), seed);
            if (_concrete.Run(CallWith(inputs, options)) is var result && failsAlike(result))
            {
                return (inputs, result);
            }
        }

        return null;
    }

    private ConcreteCall CallWith(IReadOnlyDictionary<string, ulong> inputs, RunOptions options) =>
        new(Sizes, Concrete.Arguments(_arguments, _terms.Store, name => inputs.GetValueOrDefault(name)), options);

    private Counterexample Witness(RunOptions options, IReadOnlyDictionary<string, ulong> inputs, string what, TextSpan span)
    {
        var names = Concrete.Inputs(_arguments, _terms.Store).ToDictionary(input => input.Name, input => input.Sort, StringComparer.Ordinal);
        var values = names.ToImmutableSortedDictionary(
            input => input.Key, input => Concrete.Number(inputs.GetValueOrDefault(input.Key), input.Value, true), StringComparer.Ordinal);
        var call = CallWith(inputs, options);
        return new(call.Describe(_request.Task), _request.Kernel.HasTeams ? options.Threads : 1, values, options.Calls > 1 ? $"{what} (at the second call)" : what, span) { Call = call };
    }

    private Dictionary<string, ulong> Drawn(ulong seed)
    {
        if (!_drawn.TryGetValue(seed, out var values))
        {
            values = TrialInput.Generate(_request.Task, Sizes, seed) is { } drawn ? SymbolicCall.Values(drawn) : [];
            _drawn[seed] = values;
        }

        return values;
    }

    /// <summary>Small numbers for the inputs named, zero for the others.</summary>
    private Dictionary<string, ulong> WithNumbers(ImmutableSortedDictionary<string, int> numbers) => Concrete.Inputs(_arguments, _terms.Store)
        .ToDictionary(input => input.Name, input => Concrete.Bits(numbers.GetValueOrDefault(input.Name), input.Sort), StringComparer.Ordinal);
}
