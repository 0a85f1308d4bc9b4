using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Alarms;

/// <summary>What the engine says of one call, run on known contents and on terms.</summary>
/// <param name="Disagreement">Where the two differ; null where they do not.</param>
public sealed record EngineAnswer(RunResult Known, string? Disagreement)
{
    private const long Steps = 400_000;

    public static EngineAnswer Of(BoundedRun run, CallInput call, bool isReversed)
    {
        var options = new RunOptions(Steps, call.Threads, isReversed);
        var known = run.Run(new(new TermStore()), call.Arguments(null), options);
        var terms = new TermBuilder(new TermStore());
        var symbolic = run.Run(terms, call.Arguments(terms), options);
        return new(known, Compare(known, symbolic, terms.Store, call.Values()));
    }

    private static string? Compare(RunResult known, RunResult symbolic, TermStore store, Dictionary<string, ulong> inputs)
    {
        if (known.Outcome is not (RunOutcome.Finished or RunOutcome.Violated))
        {
            return null;
        }

        var broken = Broken(symbolic, store, inputs);
        if (symbolic.Outcome is RunOutcome.Unsupported or RunOutcome.OutOfSteps || broken is RunOutcome.Unsupported)
        {
            return null;
        }

        var end = broken ?? symbolic.Outcome;
        return (known.Outcome, end) switch
        {
            (RunOutcome.Violated, RunOutcome.Violated) => null,
            (RunOutcome.Violated violated, _) => $"known contents violate ({violated.Kind}: {violated.What}), terms end in {end.GetType().Name}",
            (_, RunOutcome.Violated violated) => $"terms violate ({violated.Kind}: {violated.What}), known contents do not",
            (_, RunOutcome.NoWayOn) => "terms end in NoWayOn without a broken obligation",
            _ => Values(known, symbolic, store, inputs),
        };
    }

    /// <summary>The end that contents lead to by an obligation they do not meet; what is not modelled counts first.</summary>
    private static RunOutcome? Broken(RunResult symbolic, TermStore store, Dictionary<string, ulong> inputs)
    {
        if (symbolic.Obligations.IsEmpty)
        {
            return null;
        }

        var values = TermEvaluator.Evaluate(store, [.. symbolic.Obligations.Select(obligation => obligation.MustHold)], name => inputs[name]);
        var broken = symbolic.Obligations.Where((_, index) => values[index] == 0).Select(obligation => obligation.Otherwise).ToList();
        return broken.OfType<RunOutcome.Unsupported>().FirstOrDefault() ?? broken.FirstOrDefault();
    }

    private static string? Values(RunResult known, RunResult symbolic, TermStore store, Dictionary<string, ulong> inputs)
    {
        var pairs = new List<(string Place, Scalar Known, Term Term)>();
        for (var buffer = 0; buffer < Frame.Buffers.Length; buffer++)
        {
            for (var at = 0; at < known.Buffers[buffer].Length; at++)
            {
                var place = FormattableString.Invariant($"{Frame.Buffers[buffer].Name}[{at}]");
                var (left, right) = (known.Buffers[buffer][at], symbolic.Buffers[buffer][at]);
                if (right.IsConcrete && !left.IsSameAs(right))
                {
                    return FormattableString.Invariant($"{place} is {left.Bits:X} with known contents and {right.Bits:X} with terms");
                }

                if (!right.IsConcrete && !right.IsIndeterminate)
                {
                    pairs.Add((place, left, right.Term));
                }
            }
        }

        var values = TermEvaluator.Evaluate(store, [.. pairs.Select(pair => pair.Term)], name => inputs[name]);
        return pairs.Select((pair, index) => values[index] is { } bits && pair.Known.IsConcrete && Canonical(bits, store.SortOf(pair.Term)) != Canonical(pair.Known.Bits, store.SortOf(pair.Term))
            ? FormattableString.Invariant($"{pair.Place} is {pair.Known.Bits:X} with known contents and {bits:X} with terms")
            : null).FirstOrDefault(text => text is not null);
    }

    private static ulong Canonical(ulong bits, Sort sort) =>
        !sort.IsFloating ? bits
        : sort.Width == 64 ? (double.IsNaN(BitConverter.UInt64BitsToDouble(bits)) ? 0x7FF8_0000_0000_0000 : bits)
        : float.IsNaN(BitConverter.UInt32BitsToSingle((uint)bits)) ? 0x7FC0_0000 : bits;
}
