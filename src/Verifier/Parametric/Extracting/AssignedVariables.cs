using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>The variables that statements, and the functions they call, assign by name.</summary>
internal static class AssignedVariables
{
    public static HashSet<Variable> In(IEnumerable<object> nodes, Func<Symbol, KernelFunction?> functions)
    {
        var found = new HashSet<Variable>();
        var seen = new HashSet<KernelFunction>();
        var pending = new Stack<object>(nodes);
        while (pending.TryPop(out var root))
        {
            foreach (var node in KernelWalk.DescendantsAndSelf(root))
            {
                found.UnionWith(AssignedBy(node));
                if (CalledBy(node) is { Origin: SymbolOrigin.Kernel } target && functions(target) is { Body: not null } function && seen.Add(function))
                {
                    pending.Push(function.Body);
                }
            }
        }

        return found;
    }

    /// <summary>Whether something is stored through a pointer, here or in a function that is called.</summary>
    public static bool AnyThroughPointer(IEnumerable<object> nodes, Func<Variable, CType, bool> mayMeet, Variable variable) => nodes
        .SelectMany(KernelWalk.DescendantsAndSelf)
        .Any(node => node is KernelStatement.Call
            || (node is KernelStatement.Assign { Target: { Root: null } target } && mayMeet(variable, target.Type)));

    private static Symbol? CalledBy(object node) => node switch
    {
        KernelStatement.Call call => call.Target,
        Value.PureCall call => call.Target,
        _ => null,
    };

    private static IEnumerable<Variable> AssignedBy(object node) => node switch
    {
        KernelStatement.Assign { Target.Root: { } root } => [root],
        KernelStatement.Declare declare => [declare.Variable],
        KernelStatement.Call { Result: { } result } => [result],
        KernelStatement.Region region => region.Sharing.Where(item => item.Sharing is not Sharing.Shared).Select(item => item.Variable),
        _ => [],
    };
}
