using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>What makes a kernel behave differently from run to run: clocks, the environment, chance.</summary>
public sealed class ClocksAndEnvironment : Detector
{
    private static readonly Rule Found = new(
        "HV1108", Severity.Error, "Clock, environment or chance", "'{0}' depends on something other than the arguments",
        "The result of a kernel is a function of its arguments. Clocks, environment variables, machine properties and random numbers let it "
        + "tell a test from a timed run. Remove the call; thread numbers and counts come from 'omp_get_thread_num' and its kin.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.ClocksAndEnvironment)
        select Found.At(function.Span, function.Symbol.Name);
}
