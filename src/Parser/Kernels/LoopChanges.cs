using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>What an iteration of a loop can change.</summary>
internal sealed class LoopChanges
{
    private readonly Dictionary<Variable, int> _counts = [];
    private readonly bool _changesUnknown;
    private bool _changesShared;

    public LoopChanges(KernelStatement.Loop loop, CallEffects calls)
    {
        IEnumerable<KernelStatement> repeated = [.. loop.Prelude, loop.Body, .. loop.Update];
        foreach (var node in repeated.SelectMany(KernelWalk.DescendantsAndSelf))
        {
            _changesUnknown |= node switch
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
        ? CountOf(root) == 0 && (root.IsUnshared || IsConstant(root.Type) || !_changesUnknown)
        : !_changesUnknown && !_changesShared;

    private static bool IsConstant(CType type) => type.IsConst;

    /// <summary>
    /// A store to a named object changes no other one; whether its index stays inside is a question of its own. Without a
    /// name it may change anything that a pointer can reach.
    /// </summary>
    private bool Count(Variable? variable)
    {
        if (variable is null)
        {
            return true;
        }

        _counts[variable] = CountOf(variable) + 1;
        _changesShared |= !variable.IsUnshared;
        return false;
    }

    private bool Changes(KernelStatement.Call call, CallEffects calls)
    {
        var changesResult = call.Result is { } result && Count(result);
        return calls.Of(call.Target) == CallEffect.Writes || changesResult;
    }
}
