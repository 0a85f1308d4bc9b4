using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>A variable that is read, or has its address taken, where it may have no value yet.</summary>
internal sealed record UnassignedUse(Variable Variable, TextSpan Span);

/// <summary>
/// Follows all ways through functions to see that each scalar is assigned before it is used. To take an address is to use:
/// what a pointer reads is not followed. Model functions are tested elsewhere.
/// </summary>
internal sealed class VariableAssignment
{
    private readonly List<UnassignedUse> _uses = [];

    /// <summary>What each way out of the innermost loop or <c>switch</c> leaves unassigned.</summary>
    private List<ImmutableHashSet<Variable>> _breaks = [];

    /// <summary>The variables of which each thread of the innermost region has its own.</summary>
    private ImmutableHashSet<Variable> _own = [];

    private VariableAssignment() { }

    /// <summary>The first such use of each variable, in a function and all that it calls.</summary>
    public static IEnumerable<UnassignedUse> UnassignedIn(Module module, string entry)
    {
        var (seen, pending, uses) = (new HashSet<KernelFunction>(), new Queue<KernelFunction>(module.Functions.Where(function => function.Name == entry)), new List<UnassignedUse>());
        while (pending.TryDequeue(out var function))
        {
            if (function.Body is null || !seen.Add(function))
            {
                continue;
            }

            var assignment = new VariableAssignment();
            _ = assignment.After(function.Body, []);
            uses.AddRange(assignment._uses);
            var targets = KernelWalk.DescendantsAndSelf(function.Body).Select(node => node switch
            {
                KernelStatement.Call call => call.Target,
                Value.PureCall call => call.Target,
                _ => null,
            }).ToHashSet();
            foreach (var called in module.Functions.Where(candidate => targets.Contains(candidate.Symbol)))
            {
                pending.Enqueue(called);
            }
        }

        return uses.DistinctBy(use => use.Variable);
    }

    /// <summary>The variables without a value after a statement, given those before it; null where control does not get there.</summary>
    private ImmutableHashSet<Variable>? After(KernelStatement statement, ImmutableHashSet<Variable> before)
    {
        switch (statement)
        {
            case KernelStatement.Block block:
                return AfterAll(block.Statements, before);
            case KernelStatement.Declare declare:
                return Declared(declare, before);
            case KernelStatement.Assign { Target: Place.Named { Variable: var target } } assign:
                Use([assign.Value], before);
                return before.Remove(target);
            case KernelStatement.Call call:
                Use(call.Arguments, before);
                return call.Result is { } result ? before.Remove(result) : before;
            case KernelStatement.If branch:
                Use([branch.Condition], before);
                return Joined(After(branch.Then, before), After(branch.Else, before));
            case KernelStatement.Loop loop:
                return Looped(loop, before);
            case KernelStatement.Switch choice:
                return Switched(choice, before);
            case KernelStatement.Region region:
                return new Regions(this).After(region, before);
            case KernelStatement.Break:
                _breaks.Add(before);
                return null;
            case KernelStatement.Continue:
                return null;
            case KernelStatement.Return:
                Use(KernelWalk.ChildrenOf(statement), before);
                return null;
            default:
                Use(KernelWalk.ChildrenOf(statement), before);
                return before;
        }
    }

    private ImmutableHashSet<Variable>? AfterAll(IEnumerable<KernelStatement> statements, ImmutableHashSet<Variable> before)
    {
        ImmutableHashSet<Variable>? now = before;
        foreach (var statement in statements)
        {
            if (now is null)
            {
                break;
            }

            now = After(statement, now);
        }

        return now;
    }

    private ImmutableHashSet<Variable> Declared(KernelStatement.Declare declare, ImmutableHashSet<Variable> before)
    {
        var variable = declare.Variable;
        if (variable.Storage != StorageKind.Automatic || !IsFollowed(variable))
        {
            Use(KernelWalk.ChildrenOf(declare), before);
            return before;
        }

        _own = _own.Add(variable);
        Use(KernelWalk.ChildrenOf(declare), before.Add(variable));
        return declare.Initial is null ? before.Add(variable) : before.Remove(variable);
    }

    /// <summary>
    /// A later turn begins with no more without a value than the first, but for what is declared in it. The test can fail
    /// the first time it is made.
    /// </summary>
    private ImmutableHashSet<Variable>? Looped(KernelStatement.Loop loop, ImmutableHashSet<Variable> before)
    {
        var breaks = _breaks;
        _breaks = [];
        var now = AfterAll(loop.Initial, before);
        var tested = loop.IsTestFirst ? Tested(loop, now) : null;
        var turn = loop.IsTestFirst ? tested : now;
        var body = turn is null ? null : After(loop.Body, turn);
        // What is certain at the end of a turn that goes on early is what was so at its beginning.
        var end = turn is not null && KernelWalk.DescendantsAndSelf(loop.Body).Any(node => node is KernelStatement.Continue) ? Joined(body, turn) : body;
        var updated = end is null ? null : AfterAll(loop.Update, end);
        var exit = loop.Condition is null or Value.IntegerConstant { Number.IsZero: false } ? null : loop.IsTestFirst ? tested : Tested(loop, updated);
        var after = _breaks.Aggregate(exit, Joined);
        _breaks = breaks;
        return after;
    }

    private ImmutableHashSet<Variable>? Tested(KernelStatement.Loop loop, ImmutableHashSet<Variable>? before)
    {
        var now = before is null ? null : AfterAll(loop.Prelude, before);
        if (now is not null && loop.Condition is { } condition)
        {
            Use([condition], now);
        }

        return now;
    }

    private ImmutableHashSet<Variable>? Switched(KernelStatement.Switch choice, ImmutableHashSet<Variable> before)
    {
        Use([choice.Subject], before);
        var breaks = _breaks;
        _breaks = [];
        // A case may be come to without the declarations of those before it.
        var skipped = before.Union(KernelWalk.DescendantsAndSelf(choice).OfType<KernelStatement.Declare>().Select(declare => declare.Variable).Where(IsFollowed));
        ImmutableHashSet<Variable>? now = null;
        foreach (var part in choice.Cases)
        {
            now = AfterAll(part.Statements, Joined(now, skipped)!);
        }

        var after = _breaks.Aggregate(choice.Cases.Any(part => part.IsDefault) ? now : Joined(now, before), Joined);
        _breaks = breaks;
        return after;
    }

    private void Use(IEnumerable<object> parts, ImmutableHashSet<Variable> unassigned)
    {
        if (!unassigned.IsEmpty)
        {
            _uses.AddRange(parts.SelectMany(KernelWalk.DescendantsAndSelf).OfType<Place.Named>()
                .Where(place => unassigned.Contains(place.Variable)).Select(place => new UnassignedUse(place.Variable, place.Span)));
        }
    }

    private static bool IsFollowed(Variable variable) => variable.Type is not (CType.Array or CType.VariableArray or CType.Record);

    /// <summary>What one of two ways leaves without a value.</summary>
    private static ImmutableHashSet<Variable>? Joined(ImmutableHashSet<Variable>? first, ImmutableHashSet<Variable>? second) =>
        first is null ? second : second is null ? first : first.Union(second);

    /// <summary>What OpenMP's constructs make of variables.</summary>
    private sealed class Regions(VariableAssignment assignment)
    {
        public ImmutableHashSet<Variable>? After(KernelStatement.Region region, ImmutableHashSet<Variable> before)
        {
            assignment.Use([region.Construct], before);
            var sharing = region.Sharing.Where(item => IsFollowed(item.Variable)).ToList();
            var starting = sharing.Where(StartsWithOriginal).Select(item => item.Variable).ToList();
            // What becomes of the elements of arrays that are copied back is not followed.
            var copiedBack = region.Sharing.Where(item => !IsFollowed(item.Variable) && item.Sharing is (Sharing.LastPrivate or Sharing.FirstLastPrivate or Sharing.Linear or Sharing.Reduction)).Select(item => item.Variable);
            assignment._uses.AddRange(starting.Where(before.Contains).Concat(copiedBack).Select(variable => new UnassignedUse(variable, region.Span)));
            var empty = sharing.Where(item => item.Sharing is Sharing.Private or Sharing.LastPrivate or Sharing.Linear && !StartsWithOriginal(item)).Select(item => item.Variable).ToHashSet();
            var own = assignment._own;
            assignment._own = [.. region.Construct is Construct.Parallel ? [] : own, .. starting, .. empty];
            var inside = assignment.After(region.Body, before.Except(starting).Union(empty));
            var left = inside?.Except(empty).Except(starting).Union(before.Intersect(empty.Union(starting)));
            // Threads that do not come there have what they had; what is shared they have from who did, if they wait for that.
            var isForOthers = region.Construct is Construct.Single { HasNoWait: false };
            var copied = sharing.Where(item => item.Sharing is Sharing.CopyPrivate).Select(item => item.Variable).ToHashSet();
            left = region.Construct switch
            {
                Construct.Single or Construct.Master or Construct.Section => Joined(left, before.Where(variable => !copied.Contains(variable) && !(isForOthers && !own.Contains(variable))).ToImmutableHashSet()),
                _ => left,
            };
            assignment._own = own;
            return left;
        }

        /// <summary>The counter of a <c>simd</c> loop is linear without being read (OpenMP 5.2 section 5.1.1).</summary>
        private static bool StartsWithOriginal(DataSharing item) =>
            item.Sharing is Sharing.FirstPrivate or Sharing.FirstLastPrivate or Sharing.Reduction || item is { Sharing: Sharing.Linear, Origin: not SharingOrigin.Predetermined };
    }
}
