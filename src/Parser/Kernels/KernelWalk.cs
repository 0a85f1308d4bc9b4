namespace HpcVerify.Parser.Kernels;

/// <summary>The parts of a lowered kernel, one level or all the way down, without recursion.</summary>
public static class KernelWalk
{
    /// <summary>The node and all statements, values and places in it, in the order they are written.</summary>
    public static IEnumerable<object> DescendantsAndSelf(object node)
    {
        var pending = new Stack<object>([node]);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in ChildrenOf(next).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    public static bool Mentions(object node, Variable variable) =>
        DescendantsAndSelf(node).Any(part => part is Place.Named named && named.Variable == variable);

    public static IEnumerable<object> ChildrenOf(object node) => node switch
    {
        KernelStatement statement => Parts(statement),
        Value value => Operands(value),
        Place place => Operands(place),
        Construct construct => Operands(construct),
        SwitchCase choice => choice.Statements,
        _ => [],
    };

    private static IEnumerable<object> Parts(KernelStatement statement) => statement switch
    {
        KernelStatement.Block block => block.Statements,
        KernelStatement.Declare declare => Present([.. declare.Extents, declare.Initial]),
        KernelStatement.Assign assign => [assign.Target, assign.Value],
        KernelStatement.Evaluate evaluate => [evaluate.Value],
        KernelStatement.Call call => call.Arguments,
        KernelStatement.If branch => [branch.Condition, branch.Then, branch.Else],
        KernelStatement.Loop loop => Present([.. loop.Initial, .. loop.Prelude, loop.Condition, loop.Body, .. loop.Update]),
        KernelStatement.Switch choice => [choice.Subject, .. choice.Cases],
        KernelStatement.Return exit => Present(exit.Value),
        KernelStatement.Promised promised => promised.Promise.Operands,
        KernelStatement.Region region => [region.Construct, region.Body],
        _ => [],
    };

    private static IEnumerable<object> Operands(Value value) => value switch
    {
        Value.Load load => [load.Place],
        Value.AddressOf address => [address.Place],
        Value.Decay decay => [decay.Array],
        Value.Convert convert => [convert.Operand],
        Value.Unary unary => [unary.Operand],
        Value.Binary binary => [binary.Left, binary.Right],
        Value.Select select => [select.Condition, select.WhenTrue, select.WhenFalse],
        Value.And and => [and.Left, and.Right],
        Value.Or or => [or.Left, or.Right],
        Value.Lane lane => [lane.Vector, lane.Index],
        Value.Aggregate aggregate => aggregate.Elements,
        Value.PureCall call => call.Arguments,
        _ => [],
    };

    private static IEnumerable<object> Operands(Place place) => place switch
    {
        Place.Element element => [element.Pointer, element.Index],
        Place.Dereference dereference => [dereference.Pointer],
        Place.Field field => [field.Record],
        Place.Lane lane => [lane.Vector, lane.Index],
        _ => [],
    };

    private static IEnumerable<object> Operands(Construct construct) => construct switch
    {
        Construct.Parallel parallel => Present(parallel.ThreadCount, parallel.Condition),
        Construct.Teams teams => Present(teams.TeamCount, teams.ThreadLimit),
        Construct.Distribute distribute => Present(distribute.Schedule.Chunk),
        Construct.WorksharingLoop loop => Present(loop.Schedule.Chunk),
        Construct.Simd simd => Present(simd.SafeLength, simd.SimdLength),
        Construct.Task task => [.. Present(task.Condition), .. task.Dependences.Select(dependence => dependence.Item)],
        Construct.Atomic atomic => [atomic.Target],
        _ => [],
    };

    private static IEnumerable<object> Present(params object?[] parts) => parts.OfType<object>();
}
