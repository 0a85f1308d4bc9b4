using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// The Weisfeiler-Lehman subtree features of a kernel (Shervashidze et al., "Weisfeiler-Lehman Graph Kernels", 2011): each node
/// begins with what it is, and in each round its label takes in those of its children, in any order. What is counted are labels of all rounds.
/// </summary>
public static class SubtreeCounts
{
    private const ulong Seed = 14695981039346656037, Prime = 1099511628211;

    /// <summary>The labels of all nodes after 0, 1, ... <paramref name="height"/> rounds, and how often each occurs.</summary>
    public static ImmutableSortedDictionary<ulong, int> Of(KernelStatement root, int height)
    {
        var (nodes, children) = Flattened(root);
        ulong[] labels = [.. nodes.Select(node => Hash(NameOf(node)))];
        var counts = new Dictionary<ulong, int>();
        Count(labels, counts);
        for (var round = 1; round <= height; round++)
        {
            labels = [.. labels.Select((label, node) => Joined(round, label, children[node].Select(child => labels[child]).Order()))];
            Count(labels, counts);
        }

        return counts.ToImmutableSortedDictionary();
    }

    private static void Count(ulong[] labels, Dictionary<ulong, int> counts)
    {
        foreach (var label in labels)
        {
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }
    }

    private static (List<object> Nodes, List<List<int>> Children) Flattened(KernelStatement root)
    {
        var (nodes, children) = (new List<object>(), new List<List<int>>());
        var pending = new Stack<(object Node, int Parent)>([(root, -1)]);
        while (pending.TryPop(out var next))
        {
            if (next.Parent >= 0)
            {
                children[next.Parent].Add(nodes.Count);
            }

            foreach (var child in KernelWalk.ChildrenOf(next.Node))
            {
                pending.Push((child, nodes.Count));
            }

            nodes.Add(next.Node);
            children.Add([]);
        }

        return (nodes, children);
    }

    /// <summary>What a node is, without names and numbers: those of variables are the author's, those of constants are tile sizes.</summary>
    private static string NameOf(object node) => node switch
    {
        Value.Binary binary => $"{binary.Operation} {binary.Arithmetic} {TypeOf(binary.OperandType)}",
        Value.Unary unary => $"{unary.Operation} {unary.Arithmetic} {TypeOf(unary.Type)}",
        Value.Convert convert => $"{convert.Kind} {TypeOf(convert.Type)}",
        Value.PureCall call => $"call {(call.Target.Origin == SymbolOrigin.Kernel ? "" : call.Target.Name)}",
        KernelStatement.Call call => $"call {(call.Target.Origin == SymbolOrigin.Kernel ? "" : call.Target.Name)}",
        Value value => $"{value.GetType().Name} {TypeOf(value.Type)}",
        Place place => $"{place.GetType().Name} {TypeOf(place.Type)}",
        _ => node.GetType().Name,
    };

    private static string TypeOf(CType type) => CTypePrinter.Print(type.Unqualified);

    /// <summary>FNV-1a, the same in every process.</summary>
    private static ulong Hash(string text) => text.Aggregate(Seed, (hash, character) => unchecked((hash ^ character) * Prime));

    private static ulong Joined(int round, ulong label, IEnumerable<ulong> children) =>
        children.Aggregate(Mixed(Mixed(Seed, (ulong)round), label), Mixed);

    /// <summary>The finaliser of SplitMix64 between two words.</summary>
    private static ulong Mixed(ulong hash, ulong word)
    {
        unchecked
        {
            var mixed = (hash ^ word) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
