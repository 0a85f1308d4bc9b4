using System.Globalization;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Replay;

/// <summary>A call made by the replay program that compares by value, with the scoring compiler and the library it links.</summary>
public sealed class NativeTrial(NativeReplay native, string gcc)
{
    /// <summary>The first element that differs by more than is tolerated; null where none does, or the call cannot be made.</summary>
    public DifferentElement? Differing(VerificationRequest request, Counterexample call, CancellationToken cancellation)
    {
        var build = ReplayBuild.Value(gcc);
        var program = ReplayProgram.Write(new(request.Task, request.Source, Property.Equivalence, call), build.Command);
        var (output, _) = native.Run(program, build, call.Call.Options.Threads, cancellation);
        return output is not null && ReplayEvidence.Of(null, output) is { Line: var line } ? ElementIn(line) : null;
    }

    /// <summary><c>y[3] is 1.5, should be 2.5</c></summary>
    private static DifferentElement? ElementIn(string line)
    {
        const string Is = " is ", ShouldBe = ", should be ";
        var (end, middle) = (line.LastIndexOf(Is, StringComparison.Ordinal), line.LastIndexOf(ShouldBe, StringComparison.Ordinal));
        return end > 0 && middle > end && Number(line[(end + Is.Length)..middle]) is { } actual && Number(line[(middle + ShouldBe.Length)..]) is { } expected
            ? new(line[..end], expected, actual)
            : null;
    }

    private static double? Number(string word) => word.TrimStart('-') switch
    {
        "nan" => double.NaN,
        "inf" => word.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity,
        _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}
