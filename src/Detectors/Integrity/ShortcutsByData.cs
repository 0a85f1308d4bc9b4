using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Work that is done or not as the contents of a buffer have it, where the reference looks at none.</summary>
public sealed class ShortcutsByData : FlowDetector
{
    private static readonly Rule Whole = new(
        "HV7203", Severity.Error, "Result decided by data", "what '{0}' holds decides at '{1}' how the whole result is made, and in the reference it does not",
        "A look at some elements, a checksum or a comparison with an earlier call lets a kernel recognise test data, or an answer that is there already. Reported is a branch outside of all loops "
        + "on the contents of a buffer that neither steers the reference nor serves it as an index, unless both sides change the same things from the same data, and wherever it is a branch on a few of its elements. Which buffers may steer a kernel "
        + "follows from the task's reference: a histogram, a sparse product and a sort may look at theirs. Compute the result from all of its inputs.");

    private static readonly Rule Part = new(
        "HV7204", Severity.Warning, "Work skipped by data", "what '{0}' holds decides at '{1}' whether work is done, and in the reference it does not",
        "A loop that skips zeros, stops early or chooses by compared elements is faster on data that tests have and workloads do not, and treats NaN and infinity in another way. Reported is a condition inside "
        + "of a loop, a choice between values, or a comparison of vectors, on the contents of a buffer that does not steer the reference. Not reported are choices between values of the same data, such as a larger one, and "
        + "conditions on sizes, counters and scalars. Do the work for every element, or state the comparison in the reference.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        context.Specification is { } specification
            ? Branches(flow, specification.Steering).Concat(Comparisons(flow, specification.Steering))
            : [];

    private static IEnumerable<Diagnostic> Branches(DataFlow flow, ulong allowed) =>
        from condition in flow.Walk.Conditions
        let strange = condition.Sources.ContentsOf & ~allowed
        let looks = strange & ~condition.Sources.ThroughoutOf
        where strange != 0 && !IsBalanced(flow, condition.Node, looks)
        select (looks != 0 || IsWhole(condition) ? Whole : Part).At(condition.Span, flow.NameOf(strange), flow.TextOf(condition.Value));

    /// <summary>A choice between values is a part of a computation wherever it stands.</summary>
    private static bool IsWhole(Condition condition) => condition.At.LoopDepth == 0 && condition.Node is not Value.Select;

    /// <summary>Instructions that compare vectors of data, for a mask or lane by lane.</summary>
    private static IEnumerable<Diagnostic> Comparisons(DataFlow flow, ulong allowed) =>
        from call in flow.Walk.Calls
        let strange = call.Result.Sources.ContentsOf & ~allowed
        where strange != 0 && call.Target.Name.Contains("cmp", StringComparison.Ordinal) && call.Arguments.Any(argument => argument.Type is CType.Vector)
        select Part.At(call.Span, flow.NameOf(strange), call.Target.Name);

    /// <param name="looks">Buffers of which the condition knows a few elements only: the sides then have to be made of such elements, too.</param>
    private static bool IsBalanced(DataFlow flow, object node, ulong looks) => node switch
    {
        Value.Select select => ContentsIn(flow, select.WhenTrue) == ContentsIn(flow, select.WhenFalse) && (looks & ~FixedIn(flow, select.WhenTrue)) == 0,
        KernelStatement.If branch => looks == 0 && Changes(flow, branch.Then) is { } then && Changes(flow, branch.Else) is { } other && then.SetEquals(other),
        _ => false,
    };

    private static ulong FixedIn(DataFlow flow, Value value) => ContentsIn(flow, value) & ~flow.Walk.Facts[value].Sources.ThroughoutOf;

    private static ulong ContentsIn(DataFlow flow, Value value) => flow.Walk.Facts[value].Sources.ContentsOf;

    /// <summary>What a side sets, and from which buffers; null where it does more than to set variables, or nothing.</summary>
    private static HashSet<(Variable, ulong)>? Changes(DataFlow flow, KernelStatement.Block side)
    {
        var changes = new HashSet<(Variable, ulong)>();
        foreach (var statement in side.Statements)
        {
            if (statement is not KernelStatement.Assign { Target: Place.Named named, Value: var value } || !changes.Add((named.Variable, ContentsIn(flow, value))))
            {
                return null;
            }
        }

        return changes.Count == 0 ? null : changes;
    }
}
