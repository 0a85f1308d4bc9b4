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
        LoopsIn(nest).Select(loop => new TechniqueFinding(Technique, Found, loop.Span, TechniqueFinding.Known(("kind", loop.Shape!.Stride is null ? "cyclic" : "range"))));

    /// <summary>The loops of parallel regions that begin where the thread's number says, without those that only go on inside of such a loop.</summary>
    public static IReadOnlyList<NestLoop> LoopsIn(KernelNest nest)
    {
        var loops = nest.Loops.Where(loop => Splits(nest, loop)).ToList();
        return loops.FindAll(loop => !loops.Exists(outer => outer != loop && outer.Contains(loop)));
    }

    /// <summary>Whether a loop of a parallel region begins where the thread's number says.</summary>
    public static bool Splits(KernelNest nest, NestLoop loop) =>
        loop.Shape is { } shape && loop.Region?.Chain.Any(region => region.Statement.Construct is Construct.Parallel) == true
        && nest.DefinitionsOf(shape.Index).LastOrDefault(definition => definition.At.Order < loop.Order) is { Value: { } first }
        && nest.Behind(first).Any(node => node is Value.PureCall { Target.Name: "omp_get_thread_num" });
}
