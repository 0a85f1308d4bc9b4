using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Loops that start where the thread's number says.</summary>
public sealed class ManualSplit : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2014", Severity.Info, "Manual split", "iterations divided by thread number{0}",
        "Inside a parallel region the iteration space is divided by `omp_get_thread_num()`, into ranges or cyclically, with `omp_get_num_threads()` or a "
        + "constant team. A thread number that only picks a slot is not it.");

    public override string Technique => "manual-split";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        LoopsIn(nest).Select(loop => new TechniqueFinding(Technique, Found, loop.Span, TechniqueFinding.Known(
            ("kind", nest.DefinitionsOf(loop.Shape!.Index).Any(definition => loop.Contains(definition.At.Order) && Asks(nest, definition.Value, "omp_get_num_threads")) ? "cyclic" : "range"))));

    /// <summary>The loops of parallel regions that begin at a multiple of the thread's number.</summary>
    public static IEnumerable<NestLoop> LoopsIn(KernelNest nest) =>
        from loop in nest.Loops
        where loop.Shape is not null && loop.Region?.Chain.Any(region => region.Statement.Construct is Construct.Parallel) == true
        let first = nest.DefinitionsOf(loop.Shape!.Index).LastOrDefault(definition => definition.At.Order < loop.Order)
        where first is not null && Asks(nest, first.Value, "omp_get_thread_num")
        select loop;

    private static bool Asks(KernelNest nest, Value? value, string function) =>
        value is not null && nest.Behind(value).Any(node => node is Value.PureCall call && call.Target.Name == function);
}
