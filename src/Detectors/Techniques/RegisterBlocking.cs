using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Several independent accumulators across the innermost reduction loop.</summary>
public sealed class RegisterBlocking : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2001", Severity.Info, "Register blocking", "register blocking{0}",
        "At least two independent accumulators live across the innermost reduction loop: they are updated in each of its turns, from their own former "
        + "value and from data, by addition, fused multiply-add, minimum or maximum, and used after it. They may be scalar or vector variables, fields of a "
        + "local struct, or elements of a small local array indexed by constants or by a loop of constant trip count, which counts as its copies. One "
        + "accumulator is not enough, however many lanes it has; counters, variables set afresh in every turn and sums that nobody reads are none.");

    public override string Technique => "register-blocking";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        from block in nest.Accumulators.GroupBy(accumulator => accumulator.Loop)
        where !nest.Accumulators.Any(other => other.Loop != block.Key && block.Key.Contains(other.Loop))
        let independent = block.Where(accumulator => !block.Any(other => other.Root != accumulator.Root && accumulator.Needs.Contains(other.Root))).ToList()
        let count = independent.Sum(accumulator => accumulator.Count)
        where count > 1
        let hasVectors = independent.Any(accumulator => ElementOf(accumulator.Root.Type) is CType.Vector)
        select new TechniqueFinding(Technique, Found, block.Key.Span, TechniqueFinding.Known(("accumulators", $"{count}"), ("vectors", hasVectors ? "yes" : "no")));

    private static CType ElementOf(CType type) => type is CType.Array array ? ElementOf(array.Element) : type;
}
