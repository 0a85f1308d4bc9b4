using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>What can be seen of a loop's end without running it.</summary>
internal static class LoopExits
{
    /// <summary>Whether control can leave a loop in another way than by its test.</summary>
    public static bool CanLeave(KernelStatement.Loop loop) => Leaves(loop.Body, isInner: false);

    /// <summary>Whether a variable is declared in the loop, so that nobody sees it afterwards.</summary>
    public static bool Owns(KernelStatement.Loop loop, Variable variable) => KernelWalk.DescendantsAndSelf(loop)
        .Any(node => node is KernelStatement.Declare declare && declare.Variable == variable);

    /// <summary>Whether a statement may set or leave locks.</summary>
    public static bool MayLock(KernelStatement part) => KernelWalk.DescendantsAndSelf(part)
        .Any(node => node is KernelStatement.Call { Target: var target } && (target.Origin == SymbolOrigin.Kernel || target.Name.Contains("lock", StringComparison.Ordinal)));

    private static bool Leaves(object node, bool isInner) => node switch
    {
        KernelStatement.Return or KernelStatement.Goto or KernelStatement.Label => true,
        KernelStatement.Break => !isInner,
        KernelStatement.Call { Target.Name: "exit" or "abort" or "_Exit" } => true,
        Value => false,
        _ => KernelWalk.ChildrenOf(node).Any(child => Leaves(child, isInner || node is KernelStatement.Loop or KernelStatement.Switch)),
    };
}
