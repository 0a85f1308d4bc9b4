using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Values that only some contents need. A violation in one of them depends on the contents too, so it refutes nothing
/// here: it ends the run as open.
/// </summary>
internal static class Speculation
{
    public static (Scalar First, Scalar Second) Both(Machine machine, Evaluate first, Evaluate second, TextSpan span) =>
        (One(machine, first, span), One(machine, second, span));

    public static Scalar One(Machine machine, Evaluate evaluate, TextSpan span)
    {
        var obligations = machine.Obligations.Count;
        try
        {
            var value = evaluate(machine);
            return machine.Obligations.Count == obligations
                ? value
                : throw Machine.Unsupported("signed arithmetic that only some contents do", span);
        }
        catch (RunEnded ended) when (ended.Outcome is RunOutcome.Violated violated)
        {
            throw Machine.Unsupported($"{violated.What}, but only for some contents", span);
        }
    }
}
