using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Integrity;

/// <summary>A store through a pointer to an object that is called constant, and so looks as if it could keep nothing.</summary>
public sealed class ConstantsWritten : FlowDetector
{
    private static readonly Rule Found = new(
        "HV7216", Severity.Error, "Constant written", "'{0}' is called constant and is written here, so that it keeps something until the next call",
        "A table that is 'static const' or a constant of the file is no state, as long as nothing writes it; a cast that drops 'const' makes it a variable that survives the call, and undefined behaviour besides (C17 6.7.3p6). Reported is an "
        + "assignment through a pointer, or a call of a function that may write, that can only reach such an object. Reading it through a pointer without 'const', and writing constants of one call, are no findings. Make it automatic, or leave it as it is.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        flow.Walk.ConstantsWritten.Select(write => Found.At(write.Span, write.Variable.Name));
}
