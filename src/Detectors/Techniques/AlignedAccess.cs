using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Accesses that rely on alignment.</summary>
public sealed class AlignedAccess : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2010", Severity.Info, "Aligned access", "aligned access{0}",
        "Aligned vector loads or stores, `__builtin_assume_aligned`, or an `aligned` clause. Aligned storage alone is not it, unaligned moves and those of one "
        + "number are not, and streaming stores are only `non-temporal`.");

    public override string Technique => "aligned-access";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest)
    {
        var moves = nest.Calls.Where(call => Instruction.Of(call.Target) is { IsAlignedMove: true } && Instruction.VectorsOf(call.Target).Any())
            .Select(call => (call.Span, By: call.Target.Name));
        var promises = nest.Statements.SelectMany(at => at.Statement switch
        {
            KernelStatement.Promised promised => [promised.Promise],
            KernelStatement.Loop loop => loop.Promises,
            _ => [],
        }).Where(promise => promise.Kind == PromiseKind.Aligned).Select(promise => (promise.Span, By: promise.Text));
        var clauses = nest.Annotations.Where(annotation => annotation.Directive?.Named("aligned").Any() == true)
            .Select(annotation => (annotation.Span, By: "omp aligned"));
        return moves.Concat(promises).Concat(clauses).GroupBy(access => access.By)
            .Select(group => new TechniqueFinding(Technique, Found, group.First().Span, TechniqueFinding.Known(("by", group.Key))));
    }
}
