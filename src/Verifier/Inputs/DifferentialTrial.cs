using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Inputs;

/// <summary>How one call of a candidate compared with the reference on the same inputs.</summary>
public abstract record TrialOutcome
{
    private TrialOutcome() { }

    /// <summary>Every output element is within the contract's tolerance.</summary>
    public sealed record Agreed(CallOutcome.Completed Call) : TrialOutcome;

    /// <summary>The call ended, but an output element is not what the reference says.</summary>
    public sealed record Differs(Mismatch Mismatch) : TrialOutcome;

    /// <summary>The call ended, but wrote where nothing of its own lies.</summary>
    public sealed record WroteOutside : TrialOutcome;

    /// <summary>The call did not end as a call should.</summary>
    public sealed record Stopped(CallOutcome Outcome) : TrialOutcome;

    /// <summary>There is no right answer to compare with.</summary>
    public sealed record NoReference(string Reason) : TrialOutcome;
}

/// <summary>
/// What the reference computes from one input, and the scale its rounding errors are measured by: one entry for each output
/// buffer, then one for the returned number of a task that has one.
/// </summary>
public sealed record ReferenceAnswer(ImmutableArray<byte[]> Outputs, ImmutableArray<byte[]> Magnitudes, double ToleranceInUnits)
{
    /// <summary>Whether nothing may differ, not even the sign of a zero: the contract tolerates nothing.</summary>
    public bool IsBitwise { get; init; }

    /// <summary>How long the reference took.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>
/// Compares candidate kernels with the reference, one call at a time; the reference runs in a process of its own, and so
/// does the task's magnitude function, if it has one.
/// </summary>
public sealed class DifferentialTrial(KernelTask task, KernelSession reference, KernelSession? magnitude)
{
    /// <summary>The default of SOUNDNESS 9 for a contract without a word on tolerance: the output must be exactly the same.</summary>
    private const double Exact = 0;

    /// <summary>The reference's answer; null when its own call fails.</summary>
    public ReferenceAnswer? Answer(TrialInput input, CancellationToken cancellation)
    {
        if (Outputs(reference, input, cancellation) is not var (outputs, elapsed) || Magnitudes(input, cancellation) is not var (magnitudes, _))
        {
            return null;
        }

        var units = task.Contract.ToleranceInUnits is { } tolerance ? ContractArithmetic.Real(tolerance, input.Sizes) : Exact;
        return units is { } known ? new(outputs, magnitudes, known) { Elapsed = elapsed, IsBitwise = task.IsExact } : null;
    }

    /// <summary>How long the reference takes now; null when its call fails.</summary>
    public TimeSpan? TimeReference(TrialInput input, CancellationToken cancellation) => Outputs(reference, input, cancellation)?.Elapsed;

    /// <summary>Calls the candidate and judges what it left behind.</summary>
    public static TrialOutcome Run(
        KernelSession candidate, TrialInput input, ReferenceAnswer answer, BufferLayout layout, CancellationToken cancellation)
    {
        var outcome = candidate.Call(input.Request(layout), cancellation);
        if (outcome is not CallOutcome.Completed completed)
        {
            return new TrialOutcome.Stopped(outcome);
        }

        var position = 0;
        foreach (var output in input.Outputs)
        {
            var actual = candidate.Read(input.ArgumentOf(output));
            if (Compare(output.Contract.Pointer.Name, output.Contract.Element, actual, answer, position) is { } mismatch)
            {
                return new TrialOutcome.Differs(mismatch);
            }

            position++;
        }

        if (ReturnedBytes(input.Task, completed) is { } returned
            && Compare(Mismatch.ReturnedValue, input.Task.Prototype.Result, returned, answer, position) is { } difference)
        {
            return new TrialOutcome.Differs(difference);
        }

        return completed.AreCanariesIntact ? new TrialOutcome.Agreed(completed) : new TrialOutcome.WroteOutside();
    }

    private static Mismatch? Compare(string buffer, CType element, ReadOnlySpan<byte> actual, ReferenceAnswer answer, int position) => answer.IsBitwise
        ? OutputComparison.CompareBits(buffer, element, actual, answer.Outputs[position])
        : OutputComparison.Compare(buffer, element, actual, answer.Outputs[position], answer.Magnitudes[position], answer.ToleranceInUnits);

    /// <summary>
    /// Whether another order of the same operations is in no danger of overflow: the scale of every element is far below the largest number of its type.
    /// </summary>
    public static bool IsModerate(TrialInput input, ReferenceAnswer answer)
    {
        const double MostOfDouble = 1e200, MostOfFloat = 1e30;
        var types = input.Outputs.Select(output => output.Contract.Element).Append(input.Task.Prototype.Result);
        return types.Zip(answer.Magnitudes).All(pair => pair.First switch
        {
            CType.Floating { Kind: FloatingKind.Double } => MemoryMarshal.Cast<byte, double>(pair.Second.AsSpan()).IndexOfAnyExceptInRange(-MostOfDouble, MostOfDouble) < 0,
            CType.Floating { Kind: FloatingKind.Float } => MemoryMarshal.Cast<byte, float>(pair.Second.AsSpan()).IndexOfAnyExceptInRange((float)-MostOfFloat, (float)MostOfFloat) < 0,
            _ => true,
        });
    }

    private (ImmutableArray<byte[]> Outputs, TimeSpan Elapsed)? Magnitudes(TrialInput input, CancellationToken cancellation) =>
        magnitude is null ? Outputs(reference, input.Magnitudes(), cancellation) : Outputs(magnitude, input, cancellation);

    private static (ImmutableArray<byte[]> Outputs, TimeSpan Elapsed)? Outputs(KernelSession session, TrialInput input, CancellationToken cancellation) =>
        session.Call(input.Request(BufferLayout.EndsAtGuard), cancellation) is CallOutcome.Completed completed
            ? ([.. input.Outputs.Select(output => session.Read(input.ArgumentOf(output)).ToArray()), .. Returned(input.Task, completed)], completed.Elapsed)
            : null;

    private static IEnumerable<byte[]> Returned(KernelTask task, CallOutcome.Completed completed) =>
        ReturnedBytes(task, completed) is { } returned ? [returned] : [];

    /// <summary>The returned number in the width of its type; null for a type that is none.</summary>
    private static byte[]? ReturnedBytes(KernelTask task, CallOutcome.Completed completed) => task.Prototype.Result switch
    {
        CType.Integer or CType.Floating { Kind: FloatingKind.Float or FloatingKind.Double } =>
            BitConverter.GetBytes(completed.ReturnBits)[..ElementSize.InBytes(task.Prototype.Result)],
        _ => null,
    };
}
