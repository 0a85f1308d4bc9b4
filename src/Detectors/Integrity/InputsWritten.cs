using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Integrity;

/// <summary>A store to memory of the caller's that the contract does not hand over.</summary>
public sealed class InputsWritten : FlowDetector
{
    private static readonly Rule Found = new(
        "HV7210", Severity.Warning, "Write outside of the outputs", "'{0}' is written, and the contract only lets it be read",
        "Inputs are the caller's. A kernel that changes them, gives them back to the allocator or keeps notes in them spoils the next call and whatever is compared with. Reported is an assignment, or a call of a function that may write, "
        + "that can only reach buffers the contract calls 'readable'; a cast that drops 'const' does not help. Where the task has no contract, a pointer to 'const' is an input. Work on a copy.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        from store in flow.Walk.Stores
        where store.Targets.AreParameters && (store.Targets.Parameters & flow.Outputs) == 0
        select Found.At(store.Span, flow.NameOf(store.Targets.Parameters));
}
