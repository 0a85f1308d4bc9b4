using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>What an iteration of a loop can change.</summary>
internal sealed class LoopChanges
{
    private readonly Dictionary<Variable, int> _counts = [];
    private readonly bool _changesMemory;

    public LoopChanges(KernelStatement.Loop loop, CallEffects calls)
    {
        IEnumerable<KernelStatement> repeated = [.. loop.Prelude, loop.Body, .. loop.Update];
        foreach (var node in repeated.SelectMany(KernelWalk.DescendantsAndSelf))
        {
            _changesMemory |= node switch
            {
                KernelStatement.Assign { Target: var target } => Count(target.Root),
                KernelStatement.Declare declare => Count(declare.Variable),
                KernelStatement.Call call => Changes(call, calls),
                KernelStatement.Unsupported or Value.Unsupported or Place.Unsupported => true,
                _ => false,
            };
        }
    }

    public int CountOf(Variable variable) => _counts.GetValueOrDefault(variable);

    /// <summary>Whether a value is the same in every iteration; no for all that this cannot see.</summary>
    public bool Keeps(Value value) => KernelWalk.DescendantsAndSelf(value).All(node => node switch
    {
        Value.Load load => IsKept(load.Place),
        Value.Unsupported or Place.Unsupported => false,
        _ => true,
    });

    private bool IsKept(Place place) => place.Root is { } root
        ? CountOf(root) == 0 && (root.IsUnshared || IsConstant(root.Type) || !_changesMemory)
        : !_changesMemory;

    private static bool IsConstant(CType type) => type.IsConst;

    /// <summary>A change of a variable that nothing else can reach leaves memory as it was.</summary>
    private bool Count(Variable? variable)
    {
        if (variable is null)
        {
            return true;
        }

        _counts[variable] = CountOf(variable) + 1;
        return !variable.IsUnshared;
    }

    private bool Changes(KernelStatement.Call call, CallEffects calls)
    {
        var changesResult = call.Result is { } result && Count(result);
        return calls.Of(call.Target) == CallEffect.Writes || changesResult;
    }
}
