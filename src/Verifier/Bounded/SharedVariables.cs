using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What must be known of a function's parallel regions before its variables get their places.</summary>
internal static class SharedVariables
{
    /// <summary>Variables that a team shares and changes: they have to lie in memory, where all threads see them.</summary>
    public static HashSet<Variable> ChangedIn(KernelFunction? function)
    {
        var found = new HashSet<Variable>();
        foreach (var region in Regions(function?.Body))
        {
            var shared = region.Sharing.Where(item => item.Sharing is Sharing.Shared).Select(item => item.Variable).ToHashSet();
            found.UnionWith(KernelWalk.DescendantsAndSelf(region.Body).SelectMany(Changed).Where(shared.Contains));
        }

        return found;
    }

    /// <summary>
    /// Whether a thread of the region may have to wait for the others before its end. The last construct's own barrier is
    /// the region's.
    /// </summary>
    public static bool WaitsBeforeEnd(KernelStatement.Region parallel, Func<Symbol, KernelFunction?> functions) =>
        parallel.Body.Statements.Where((statement, index) => index < parallel.Body.Statements.Length - 1 || statement is not KernelStatement.Region).Any(statement => Waits(statement, functions, []))
        || (parallel.Body.Statements is [.., KernelStatement.Region last] && KernelWalk.DescendantsAndSelf(last.Body).Any(node => WaitsItself(node, functions, [])));

    /// <summary>The constructs at whose end a parallel region ends, too.</summary>
    public static IReadOnlySet<object> LastConstructs(KernelFunction? function) => Regions(function?.Body)
        .Where(region => region.Construct is Construct.Parallel && region.Body.Statements is [.., KernelStatement.Region])
        .Select(region => region.Body.Statements[^1]).ToHashSet<object>(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a thread may have to wait somewhere in a statement.</summary>
    public static bool MayWait(KernelStatement statement, Func<Symbol, KernelFunction?> functions) => Waits(statement, functions, []);

    /// <summary>Whether the only place to wait is the region's own end.</summary>
    public static bool WaitsAtEndOnly(KernelStatement.Region region, Func<Symbol, KernelFunction?> functions) => !Waits(region.Body, functions, []);

    private static bool Waits(KernelStatement statement, Func<Symbol, KernelFunction?> functions, HashSet<Symbol> seen) =>
        KernelWalk.DescendantsAndSelf(statement).Any(node => WaitsItself(node, functions, seen));

    private static bool WaitsItself(object node, Func<Symbol, KernelFunction?> functions, HashSet<Symbol> seen) => node switch
    {
        KernelStatement.Barrier => true,
        KernelStatement.Region { Construct: Construct.WorksharingLoop { HasNoWait: false } or Construct.Single { HasNoWait: false } or Construct.Sections { HasNoWait: false } } => true,
        KernelStatement.Call call => seen.Add(call.Target) && functions(call.Target)?.Body is { } body && Waits(body, functions, seen),
        Value.PureCall call => seen.Add(call.Target) && functions(call.Target)?.Body is { } body && Waits(body, functions, seen),
        _ => false,
    };

    private static IEnumerable<KernelStatement.Region> Regions(KernelStatement? body) =>
        body is null ? [] : KernelWalk.DescendantsAndSelf(body).OfType<KernelStatement.Region>();

    private static IEnumerable<Variable> Changed(object node) => node switch
    {
        KernelStatement.Assign { Target.Root: { } root } => [root],
        KernelStatement.Call { Result: { } result } => [result],
        KernelStatement.Region region => region.Sharing.Where(item => item.Sharing is not (Sharing.Shared or Sharing.Private or Sharing.FirstPrivate)).Select(item => item.Variable),
        _ => [],
    };
}
