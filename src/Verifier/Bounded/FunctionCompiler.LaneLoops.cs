using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    private const int MostLanes = 64;

    private static readonly Dictionary<string, int> NoLabels = [];

    /// <summary>How many copies of the code at hand are made.</summary>
    private int _copies = 1;

    /// <summary>
    /// A loop over the lanes of a vector, as models of instructions are made of: code for each lane, one after the other, in
    /// which the lane is a constant. It counts as one step. Null for other loops.
    /// </summary>
    private Execute? LaneLoop(KernelStatement.Loop loop)
    {
        if (IsKernel || _function is null || LanesOf(loop) is not { } lanes || _copies * lanes > MostLanes)
        {
            return null;
        }

        var index = loop.Counted!.Index;
        var code = new Execute[lanes];
        _copies *= lanes;
        for (var lane = 0; lane < lanes; lane++)
        {
            _known[index] = (ulong)lane;
            code[lane] = InLane(lane, Block(loop.Body));
        }

        _copies /= lanes;
        _known.Remove(index);
        var span = loop.Span;
        return machine =>
        {
            machine.Step(span);
            var signal = Run(machine, code, NoLabels, 0);
            machine.Lane = null;
            return signal;
        };
    }

    private static Execute InLane(int lane, Execute body) => machine =>
    {
        machine.Lane = lane;
        return body(machine);
    };

    /// <summary>How often a loop turns that counts a variable of its own from 0 to a constant and cannot be left otherwise.</summary>
    private int? LanesOf(KernelStatement.Loop loop) =>
        loop is { Counted: { IsDecreasing: false, IsStepInBody: false, Comparison: Operation.Less } shape, Promises: [], Initial: [KernelStatement.Declare declare] }
        && declare.Variable == shape.Index && Folded(shape.Lower) == 0 && Folded(shape.Step) == 1 && Folded(shape.Bound) is > 0 and <= MostLanes and var lanes
        && !KernelWalk.DescendantsAndSelf(loop.Body).Any(node => node is KernelStatement.Break or KernelStatement.Continue or KernelStatement.Goto or KernelStatement.Label)
            ? (int)lanes
            : null;
}
