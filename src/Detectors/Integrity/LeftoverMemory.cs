using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Memory that is read before anything was put into it, and so holds what somebody left there.</summary>
public sealed class LeftoverMemory : FlowDetector
{
    private static readonly Rule Found = new(
        "HV7211", Severity.Warning, "Leftover memory read", "{0} is read here before anything is stored in it",
        "Fresh memory holds what was there before, such as the notes of an earlier call: a way to keep state without a variable that lives on. Reported is a read of an array or of allocated memory outside of all branches, where no statement before it in the "
        + "function stores to it or hands it to another function. Memory from 'calloc', arrays with an initial value and arrays that are filled first are no findings. Fill the memory first.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        flow.Walk.EarlyReads.Select(read => Found.At(read.Span, read.Name));
}
