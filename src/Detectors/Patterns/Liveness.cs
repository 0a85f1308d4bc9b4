using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Patterns;

/// <summary>A store to a variable whose value nothing uses; <paramref name="IsSum"/> where the variable is read, but only for its own next value.</summary>
internal sealed record DeadAssignment(Variable Variable, Value Value, TextSpan Span, bool IsSum);

/// <summary>
/// One pass backwards over a function that carries which variables are read later. A loop's back edge carries all that is read
/// anywhere in it, which is too much rather than too little.
/// </summary>
internal sealed class Liveness
{
    private readonly List<DeadAssignment> _dead = [];
    private readonly ImmutableHashSet<Variable> _ignored;

    private Liveness(ImmutableHashSet<Variable> ignored) => _ignored = ignored;

    public static IEnumerable<DeadAssignment> DeadStoresIn(KernelFunction function)
    {
        var nodes = KernelWalk.DescendantsAndSelf(function.Body!).ToList();
        if (nodes.Exists(node => node is KernelStatement.Goto or KernelStatement.Label or KernelStatement.Switch or KernelStatement.Unsupported))
        {
            return [];
        }

        var regions = nodes.OfType<KernelStatement.Region>().SelectMany(region => region.Sharing).Select(sharing => sharing.Variable);
        var liveness = new Liveness([.. regions]);
        liveness.Before(function.Body!.Statements, new([], [], []));
        return liveness._dead.Concat(UselessSums(nodes, liveness._ignored)).Where(IsWorthSaying);
    }

    /// <summary>What is read later by the three ways on from a statement.</summary>
    private sealed record Ways(ImmutableHashSet<Variable> Next, ImmutableHashSet<Variable> Break, ImmutableHashSet<Variable> Continue);

    private ImmutableHashSet<Variable> Before(ImmutableArray<KernelStatement> statements, Ways ways)
    {
        for (var index = statements.Length - 1; index >= 0; index--)
        {
            ways = ways with { Next = Before(statements[index], ways) };
        }

        return ways.Next;
    }

    private ImmutableHashSet<Variable> Before(KernelStatement statement, Ways ways)
    {
        switch (statement)
        {
            case KernelStatement.Block block:
                return Before(block.Statements, ways);
            case KernelStatement.If branch:
                return Before(branch.Then.Statements, ways).Union(Before(branch.Else.Statements, ways)).Union(ReadIn(branch.Condition));
            case KernelStatement.Loop loop:
                return BeforeLoop(loop, ways);
            case KernelStatement.Region region:
                return Before(region.Body.Statements, ways).Union(ReadIn(region.Construct)).Union(ways.Next);
            case KernelStatement.Break:
                return ways.Break;
            case KernelStatement.Continue:
                return ways.Continue;
            case KernelStatement.Return exit:
                return exit.Value is null ? [] : ReadIn(exit.Value);
            case KernelStatement.Declare declare:
                if (declare.Initial is { } initial && !ways.Next.Contains(declare.Variable) && IsCandidate(declare.Variable) && !_ignored.Contains(declare.Variable))
                {
                    _dead.Add(new(declare.Variable, initial, declare.Span, false));
                }

                return ways.Next.Remove(declare.Variable).Union(ReadIn(declare));
            case KernelStatement.Assign { Target: Place.Named { Variable: var variable } } assign:
                if (!ways.Next.Contains(variable) && IsCandidate(variable) && !_ignored.Contains(variable))
                {
                    _dead.Add(new(variable, assign.Value, assign.Span, false));
                }

                return ways.Next.Remove(variable).Union(ReadIn(assign.Value));
            default:
                return ways.Next.Union(ReadIn(statement));
        }
    }

    private ImmutableHashSet<Variable> BeforeLoop(KernelStatement.Loop loop, Ways ways)
    {
        var back = ways.Next.Union(ReadIn(loop));
        var update = Before(loop.Update, new(back, back, back));
        var body = Before(loop.Body.Statements, new(update, ways.Next, update));
        var prelude = Before(loop.Prelude, new(back, back, back));
        return Before(loop.Initial, ways with { Next = body.Union(prelude).Union(back) });
    }

    /// <summary>Sums that nothing reads but the additions to them.</summary>
    private static IEnumerable<DeadAssignment> UselessSums(List<object> nodes, ImmutableHashSet<Variable> ignored)
    {
        var updates = nodes.OfType<KernelStatement.Assign>().Where(assign => assign.Target is Place.Named named && ReadIn(assign.Value).Contains(named.Variable))
            .ToLookup(assign => ((Place.Named)assign.Target).Variable);
        foreach (var sum in updates.Where(sum => IsCandidate(sum.Key) && !ignored.Contains(sum.Key)))
        {
            var own = sum.SelectMany(assign => Loads(assign.Value)).Count(variable => variable == sum.Key);
            if (nodes.OfType<Value.Load>().Count(load => load.Place.Root == sum.Key) == own && nodes.OfType<Value.Decay>().All(decay => decay.Array.Root != sum.Key))
            {
                yield return new(sum.Key, sum.First().Value, sum.First().Span, true);
            }
        }
    }

    private static bool IsCandidate(Variable variable) =>
        variable is { IsUnshared: true, IsTemporary: false, Type: CType.Integer or CType.Floating or CType.Vector } && !variable.Type.IsVolatile;

    /// <summary>Constants are first values, and steps by a constant go with the element that was used before.</summary>
    private static bool IsWorthSaying(DeadAssignment dead) => dead.IsSum
        ? dead.Value is not Value.Binary { Right: Value.IntegerConstant } and not Value.Convert { Operand: Value.Binary { Right: Value.IntegerConstant } }
        : !IsConstant(dead.Value) && !Loads(dead.Value).Contains(dead.Variable);

    private static bool IsConstant(Value value) =>
        !KernelWalk.DescendantsAndSelf(value).Any(node => node is Value.Load or Value.Decay or Value.AddressOf);

    private static ImmutableHashSet<Variable> ReadIn(object node) => [.. Loads(node)];

    /// <summary>Also the variables of which a part is written, since the rest stays.</summary>
    private static IEnumerable<Variable> Loads(object node) => KernelWalk.DescendantsAndSelf(node).Select(part => part switch
    {
        Value.Load load => load.Place.Root,
        Value.Decay decay => decay.Array.Root,
        Value.AddressOf address => address.Place.Root,
        Place.Field or Place.Lane or Place.Element => ((Place)part).Root,
        _ => null,
    }).OfType<Variable>();
}
