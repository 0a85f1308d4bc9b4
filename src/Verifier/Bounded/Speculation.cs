using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Values that only some contents need: what they may not do is owed under the condition that needs them.</summary>
internal static class Speculation
{
    /// <summary>The value where the condition holds; null where the condition cannot hold or the run cannot go on then.</summary>
    public static Scalar? Under(Machine machine, Term condition, Evaluate evaluate)
    {
        var (path, journal) = (machine.Path, machine.Journal);
        var within = machine.Terms.Apply(Operator.And, path, condition);
        if (within == machine.Terms.False)
        {
            return null;
        }

        var position = machine.Enter(within);
        Scalar? value = null;
        try
        {
            value = evaluate(machine);
        }
        catch (RunEnded ended) when (ended.Outcome is not RunOutcome.OutOfSteps)
        {
            machine.Owe(machine.Terms.False, ended.Outcome);
        }

        machine.Leave(position, path, journal);
        return value;
    }
}
