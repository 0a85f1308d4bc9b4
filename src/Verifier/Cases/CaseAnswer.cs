using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Cases;

/// <summary>What the reference leaves behind for one case, by the evaluator: without contraction, each operation rounded once.</summary>
/// <param name="Outputs">The buffers that the call may write.</param>
/// <param name="Returned">The returned number; null for a task that has none.</param>
public sealed record CaseAnswer(ImmutableArray<RunArgument.Buffer> Outputs, Scalar? Returned)
{
    /// <summary>The answer; null where it takes too long to evaluate or leaves something open.</summary>
    public static CaseAnswer? Of(VerificationRequest request, TestCase test, long mostSteps)
    {
        var arguments = CaseCall.Arguments(test);
        var result = BigStack.Run(() => request.Reference.Run.Run(new(new TermStore()), arguments, new(mostSteps, 1, false)));
        if (result.Outcome is not RunOutcome.Finished || !result.LibraryFunctions.IsEmpty)
        {
            return null;
        }

        var outputs = arguments.OfType<RunArgument.Buffer>().Zip(result.Buffers, (buffer, contents) => buffer with { Contents = contents }).Where(buffer => !buffer.IsReadOnly);
        return new([.. outputs], request.Task.Prototype.Result is CType.Void ? null : result.Returned);
    }
}
