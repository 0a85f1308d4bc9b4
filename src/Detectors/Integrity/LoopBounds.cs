using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Integrity;

/// <summary>What the loops of a kernel run up to, and which conditions choose it.</summary>
internal sealed class LoopBounds
{
    private readonly DataFlow _flow;
    private readonly IReadOnlyList<(Value Condition, int Depth)> _loops;
    private readonly HashSet<Variable> _onlyBounds;

    public LoopBounds(DataFlow flow)
    {
        _flow = flow;
        _loops = [.. flow.Walk.Conditions.Where(condition => condition.Node is KernelStatement.Loop).Select(condition => (condition.Value, condition.At.LoopDepth))];
        var inBounds = _loops.SelectMany(loop => VariablesIn(loop.Condition)).CountBy(variable => variable).ToDictionary();
        var everywhere = flow.Walk.Values.Select(item => item.Value is Value.Load { Place: Place.Named named } ? named.Variable : null).OfType<Variable>().CountBy(variable => variable).ToDictionary();
        _onlyBounds = [.. inBounds.Where(pair => everywhere.GetValueOrDefault(pair.Key) == pair.Value).Select(pair => pair.Key)];
    }

    /// <summary>The conditions on particular sizes by which a bound, or a size itself, is one thing or another.</summary>
    public IEnumerable<Value> Chosen(ParticularSizes sizes) => Selected(sizes).Concat(Assigned(sizes));

    /// <summary><code>k &lt; (M == 256 ? K / 2 : K)      int last = K > 130 ? K - 1 : K;   …   k &lt; last</code></summary>
    private IEnumerable<Value> Selected(ParticularSizes sizes) =>
        from loop in _loops
        from choice in KernelWalk.DescendantsAndSelf(loop.Condition)
            .Concat(VariablesIn(loop.Condition).Where(_onlyBounds.Contains).Select(_flow.Sizes.OnlyDefinitionOf).OfType<Value>().SelectMany(KernelWalk.DescendantsAndSelf))
            .OfType<Value.Select>()
        where sizes.AreTestedBy(choice.Condition) && !choice.WhenTrue.Equals(choice.WhenFalse)
            && (loop.Depth == 1 || (!IsConstant(choice.WhenTrue) && !IsConstant(choice.WhenFalse)) || IsZero(choice))
        select choice.Condition;

    /// <summary><code>int last = K;   if (K > 130) last = K - 1;      if (M > 200) M = 200;</code></summary>
    private IEnumerable<Value> Assigned(ParticularSizes sizes) =>
        from condition in _flow.Walk.Conditions
        let branch = condition.Node as KernelStatement.If
        where branch is not null && branch.Then.Statements.Concat(branch.Else.Statements).OfType<KernelStatement.Assign>().Any(IsBound) && sizes.AreTestedBy(branch.Condition)
        select branch.Condition;

    private bool IsBound(KernelStatement.Assign assign) =>
        assign.Target is Place.Named { Variable: var variable } && (_onlyBounds.Contains(variable) || (_flow.Entry.Parameters.Contains(variable) && _flow.Sizes.IsSize(variable)));

    private bool IsConstant(Value value) => !_flow.Sizes.SizesIn(value).Any();

    private static bool IsZero(Value.Select choice) => ConstantNumber.IsZero(choice.WhenTrue) || ConstantNumber.IsZero(choice.WhenFalse);

    private static IEnumerable<Variable> VariablesIn(Value value) =>
        KernelWalk.DescendantsAndSelf(value).OfType<Place.Named>().Select(named => named.Variable);
}
