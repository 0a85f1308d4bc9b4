using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Loops that take several elements a turn, and nothing for those that are left.</summary>
public sealed class MissingRemainder : PatternDetector
{
    private static readonly Rule Found = new(
        "HV5101", Severity.Warning, "Missing remainder", "loop over '{0}' takes {1} elements together, and {2} when '{3}' is no multiple of {1}; add a remainder loop, a mask or a clamp",
        "A loop takes several elements a turn, or a share of a quotient, and nothing handles those that are left when the size is no multiple: "
        + "`for (i = 0; i + 3 < n; i += 4)` with no loop that goes on from `i`, `n / 4` groups, shares of `n / threads`; or every turn takes a whole step although the last one has less. "
        + "Add a loop for the rest, mask the last vector, clamp the tile, or let the contract promise a multiple (`requires(n % 4 == 0)`).");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        from loop in kernel.Nest.Loops
        let left = LeftOver.Of(kernel, loop)
        where left is not null && (left.IsOverrun || !IsHandled(kernel, loop, left.Size))
        select Found.At(loop.Span, loop.Shape!.Index.Name, left.Step, left.IsOverrun ? "goes on past the end" : "leaves the last ones out", kernel.Text(left.Size));

    /// <summary>Whether anything else goes on to the end: a loop, a condition, or an access that is placed by the size or by the counter.</summary>
    private static bool IsHandled(InspectedKernel kernel, NestLoop main, Polynomial size)
    {
        var ends = size.Atoms.ToHashSet();
        var counter = main.Shape!.Atom;
        return kernel.Nest.Loops.Any(loop => loop != main && !main.Contains(loop) && !loop.Contains(main) && GoesOn(kernel, main, loop, ends))
            || kernel.Nest.Statements.Any(at => at.Order >= main.End && AsksFor(kernel, at, ends, counter))
            || kernel.Uses.Any(use => use.At.Order >= main.End && IsPlacedBy(kernel, use, main, ends, counter));
    }

    /// <summary>A later loop to the same end, or one that does not begin at the beginning.</summary>
    private static bool GoesOn(InspectedKernel kernel, NestLoop main, NestLoop loop, HashSet<int> ends) =>
        loop.Shape is { } shape && (loop.Order >= main.End || shape.Lower.Any(lower => lower.Constant is null))
            && shape.Bounds.Any(bound => bound.Atoms.Any(ends.Contains))
            && (loop.Order >= main.End || shape.Lower.Any(lower => kernel.ComesFrom(lower, node => node is Value.Binary { Operation: Operation.Divide or Operation.Remainder or Operation.BitwiseAnd or Operation.ShiftRight })));

    private static bool AsksFor(InspectedKernel kernel, NestStatement at, HashSet<int> ends, int counter) =>
        (at.Statement is KernelStatement.If or KernelStatement.Switch || at.Nodes.Any(node => node is Value.Select))
            && at.Nodes.OfType<Value.Load>().Any(load => load.Type is CType.Integer && kernel.Nest.Algebra.Of(load, at.Order) is var sum && (sum.Contains(counter) || sum.Atoms.Any(ends.Contains)));

    private static bool IsPlacedBy(InspectedKernel kernel, MemoryUse use, NestLoop main, HashSet<int> ends, int counter) =>
        (use.Address.Contains(counter) && !kernel.Nest.DefinitionsOf(main.Shape!.Index).Any(definition =>
            definition.At.Order >= main.End && definition.At.Order < use.At.Order && kernel.Nest.Algebra.ConstantStep(definition, main.Shape.Index) is null))
        || use.Address.Products.Any(product => product.Atoms is [var only] && ends.Contains(only) && product.Factor == 1);
}
