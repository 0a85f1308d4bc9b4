using System.Collections.Immutable;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What comparing two runs from the same inputs says.</summary>
public abstract record Comparison
{
    private Comparison() { }

    /// <summary>All outputs are the same terms: bitwise equal for all contents, on the abstract machine, NaNs identified (SOUNDNESS 6).</summary>
    public sealed record Identical : Comparison;

    /// <summary>The first output that is another term; what it is worth is for others to decide.</summary>
    public sealed record Differs(string Buffer, int Index) : Comparison;

    /// <summary>An output that holds nothing in one run and something in the other.</summary>
    public sealed record NotWritten(string Buffer, int Index) : Comparison;

    /// <summary>One of the runs did not end.</summary>
    public sealed record Stopped(string Which, RunOutcome Outcome) : Comparison;
}

/// <summary>Compares runs by the identity of terms.</summary>
public static class BitwiseComparison
{
    public static Comparison Of(RunResult reference, RunResult candidate, ImmutableArray<RunArgument> arguments)
    {
        if (reference.Outcome is not RunOutcome.Finished)
        {
            return new Comparison.Stopped("reference", reference.Outcome);
        }

        if (candidate.Outcome is not RunOutcome.Finished)
        {
            return new Comparison.Stopped("kernel", candidate.Outcome);
        }

        var names = arguments.OfType<RunArgument.Buffer>().Select(buffer => buffer.Name).ToList();
        for (var buffer = 0; buffer < names.Count; buffer++)
        {
            for (var index = 0; index < reference.Buffers[buffer].Length; index++)
            {
                var (expected, actual) = (reference.Buffers[buffer][index], candidate.Buffers[buffer][index]);
                if (expected.IsIndeterminate != actual.IsIndeterminate)
                {
                    return new Comparison.NotWritten(names[buffer], index);
                }

                if (!expected.IsSameAs(actual))
                {
                    return new Comparison.Differs(names[buffer], index);
                }
            }
        }

        return reference.Returned.IsSameAs(candidate.Returned) ? new Comparison.Identical() : new Comparison.Differs("the returned value", 0);
    }
}
