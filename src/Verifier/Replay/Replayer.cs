using System.Collections.Immutable;
using HpcVerify.Parser.Native;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Replay;

/// <summary>Shows a witness again: natively where a compiled program can show it, else on the evaluator.</summary>
/// <param name="native">Null where nothing compiled can be run.</param>
/// <param name="clang">The compiler whose sanitizers see vector code; null where there is none.</param>
/// <param name="gcc">The scoring compiler.</param>
public sealed class Replayer(NativeReplay? native, string? clang, string gcc)
{
    /// <param name="request">The kernel for the evaluator.</param>
    /// <param name="obstacle">Why nothing can be seen natively, such as an instruction set that is missing; null where nothing is known to stand in the way.</param>
    public ReplayReport Replay(Witness witness, VerificationRequest request, string? obstacle, CancellationToken cancellation)
    {
        var obstacles = new List<string>();
        if (native is null || obstacle is not null)
        {
            obstacles.Add(obstacle ?? "there is no sandbox to run it in");
        }
        else
        {
            foreach (var build in Builds(witness.Counterexample.Kind))
            {
                var (output, why) = native.Run(ReplayProgram.Write(witness, build.Command), build, witness.Counterexample.Call.Options.Threads, cancellation);
                if (output is not null && ReplayEvidence.Of(witness.Counterexample.Kind, output) is var (place, line))
                {
                    return new(place, line, build.Name, [.. obstacles]);
                }

                obstacles.Add(output is null ? why : $"nothing to see with {build.Name}");
            }
        }

        return OnEvaluator(witness, request) is { } evidence
            ? new(ReplayPlace.Evaluator, evidence, "", [.. obstacles])
            : new(ReplayPlace.None, "the call ends as the reference does", "", [.. obstacles]);
    }

    /// <summary>The build that a reader of the emitted program would choose.</summary>
    public ReplayBuild BestBuild(Violation? kind) => Builds(kind)[0];

    private ImmutableArray<ReplayBuild> Builds(Violation? kind) => kind switch
    {
        null or Violation.Indeterminate or Violation.EndlessLoop => [ReplayBuild.Value(gcc)],
        Violation.Race => clang is not null && ReplayBuild.KnowsOrder ? [ReplayBuild.Threads(clang), ReplayBuild.Value(gcc)] : [ReplayBuild.Value(gcc)],
        _ => clang is null ? [ReplayBuild.Sanitizers(gcc)] : [ReplayBuild.Sanitizers(clang), ReplayBuild.Sanitizers(gcc)],
    };

    /// <summary>What the evaluator says of the call; null where it does not fail there as expected.</summary>
    private static string? OnEvaluator(Witness witness, VerificationRequest request) =>
        BigStack.Run(() => new ConcreteTrial(request).Run(witness.Counterexample.Call)) switch
        {
            TrialResult.Violated violated when violated.Outcome.Kind == witness.Counterexample.Kind => violated.Outcome.What,
            TrialResult.Differs { Element: var element } when witness.Counterexample.Kind is null =>
                FormattableString.Invariant($"{element.Name} is {element.Actual?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "not stored to"}, should be {element.Expected:R}"),
            _ => null,
        };
}
