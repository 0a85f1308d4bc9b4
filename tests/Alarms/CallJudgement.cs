using HpcVerify.Alarms.Grammar;
using HpcVerify.Alarms.Native;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Alarms;

/// <summary>Compares what the engine says of one call with what its builds did.</summary>
internal static class CallJudgement
{
    /// <summary>A word to count it by, and what is wrong where something is.</summary>
    /// <param name="careful">The answer of <see cref="Build.MindingRounding"/>, asked for where others differ from the engine.</param>
    public static (string Word, string? Alarm) Of(RandomKernel kernel, EngineAnswer engine, Dictionary<Build, NativeAnswer> native, Func<NativeAnswer> careful)
    {
        if (engine.Disagreement is { } disagreement)
        {
            return ("engine against itself", disagreement);
        }

        return engine.Known.Outcome switch
        {
            RunOutcome.Finished => Finished(engine.Known, native, careful),
            RunOutcome.Violated violated => Violated(kernel, violated, native[Build.Sanitized]),
            RunOutcome.Unsupported unsupported => ($"unsupported: {unsupported.Construct.Split('\'')[0].TrimEnd()}", null),
            var other => ($"not ended: {other.GetType().Name}", null),
        };
    }

    private static (string Word, string? Alarm) Finished(RunResult known, Dictionary<Build, NativeAnswer> native, Func<NativeAnswer> careful)
    {
        foreach (var (build, answer) in native)
        {
            if (!answer.IsFinished && IsInHeaderOfCompiler(answer.Message))
            {
                return ("undefined in the compiler's own header, where the instruction is not", null);
            }

            if (!answer.IsFinished)
            {
                return ("unsound", $"defined for the engine, but {build}: {answer.Message}");
            }

            if (Difference(known, answer) is { } difference)
            {
                return careful() is { IsFinished: true } minding && Difference(known, minding) is null
                    ? ("equal, bit for bit, where gcc minds rounding modes, and folded wrongly where not", null)
                    : ("different", $"{build}: {difference}");
            }
        }

        return ($"equal, bit for bit, in {native.Count} builds", null);
    }

    /// <summary>gcc writes some intrinsics as signed sums of vectors; what the instruction does is defined.</summary>
    private static bool IsInHeaderOfCompiler(string message) => message.Contains("intrin.h:", StringComparison.Ordinal) && message.Contains("signed integer overflow", StringComparison.Ordinal);

    private static (string Word, string? Alarm) Violated(RandomKernel kernel, RunOutcome.Violated violated, NativeAnswer sanitized)
    {
        var isSeen = violated.Kind is Violation.OutOfBounds or Violation.NullPointer or Violation.SignedOverflow or Violation.Shift or Violation.DivisionByZero or Violation.Misaligned;
        return !sanitized.IsFinished ? ($"violated, and a sanitizer fires: {violated.Kind}", null)
            : isSeen && !kernel.HasUnseenDefect ? ("false refutation", $"{violated.Kind}: {violated.What}, but no sanitizer fires")
            : kernel.MayBeUndefined ? ($"violated, where no sanitizer looks: {violated.Kind}", null)
            : ("false refutation", $"{violated.Kind}: {violated.What}, in a kernel that is defined by construction");
    }

    private static string? Difference(RunResult known, NativeAnswer answer)
    {
        for (var buffer = 0; buffer < Frame.Buffers.Length; buffer++)
        {
            var frame = Frame.Buffers[buffer];
            for (var at = 0; at < known.Buffers[buffer].Length; at++)
            {
                var (expected, actual) = (known.Buffers[buffer][at], CallInput.Bits(frame, answer.Buffers[buffer], at));
                if (expected.IsConcrete && Canonical(frame, expected.Bits) != actual)
                {
                    return FormattableString.Invariant($"{frame.Name}[{at}] is {expected.Bits:X} for the engine and {actual:X} natively");
                }
            }
        }

        return known.Returned.IsConcrete && known.Returned.Bits != (ulong)answer.Returned
            ? FormattableString.Invariant($"the engine returns {known.Returned.Bits:X}, the native run {answer.Returned:X}")
            : null;
    }

    private static ulong Canonical(FrameBuffer buffer, ulong bits) => CallInput.Bits(buffer, BitConverter.GetBytes(bits), 0);
}
