using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Elements of a turn that does not come, read in the last one.</summary>
public sealed class PastTheEnd : PatternDetector
{
    private static readonly Rule Found = new(
        "HV3105", Severity.Warning, "Past the end in the last turn", "the last turn of the loop over '{0}' {1} '{2}' past its {3} elements; peel the last turn off, or put a condition before the access",
        "A loop reads ahead, as a software pipeline does: `b = B[(k + 1) * N + j]` for the turn after this one, also in the last turn, after which none comes. Or it counts to its end inclusively. A prefetch may go "
        + "past the end of an array, an access that is really made may not. The contract says how many elements there are.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        kernel.Callers is null ? [] : (
            from use in kernel.Uses
            where use is { IsOptional: false, At.Loop: not null }
            let buffer = kernel.BufferOf(use.Address)
            where buffer?.Count is not null
            from loop in use.At.Loop!.Chain
            where loop.Shape is { IsDecreasing: false } && Leaves(kernel, use, buffer, loop)
            select (loop, use, buffer))
        .DistinctBy(found => (found.loop, found.buffer, found.use.IsWrite))
        .Select(found => Found.At(found.use.Span, found.loop.Shape!.Index.Name, found.use.IsWrite ? "writes to" : "reads", found.buffer.Pointer.Name, kernel.Text(found.buffer.Count!)));

    /// <summary>Whether the address in the last turn is the count with something added that is never below zero.</summary>
    private static bool Leaves(InspectedKernel kernel, MemoryUse use, PromisedBuffer buffer, NestLoop loop)
    {
        var shape = loop.Shape!;
        var offset = use.Address - Polynomial.Atom(kernel.Nest.Algebra.NumberOf(buffer.Pointer));
        if (shape.Bounds is not [var bound] || shape.Stride is not 1 || offset.Contains(kernel.Nest.Algebra.NumberOf(buffer.Pointer))
            || offset.FactorOf(shape.Atom) is not { IsZero: false } factor || !IsNatural(kernel, use, factor, loop))
        {
            return false;
        }

        var last = offset.With(shape.Atom, bound - Polynomial.Number(1));
        return last is not null && IsNatural(kernel, use, last - buffer.Count!, loop) && (bound.Constant is null || shape.Turns > 0) && !IsAsked(kernel, use, loop) && !EndsEarly(kernel, loop);
    }

    private static bool IsNatural(InspectedKernel kernel, MemoryUse use, Polynomial sum, NestLoop last) =>
        sum.ConstantTerm >= 0 && sum.Products.All(product => product.Factor > 0 && product.Atoms.All(atom => IsNatural(kernel, use, atom, last)));

    /// <summary>A size, or a counter from zero, neither of which is ever negative.</summary>
    private static bool IsNatural(InspectedKernel kernel, MemoryUse use, int atom, NestLoop last) =>
        kernel.Callers!.IsAtLeast(Polynomial.Atom(atom), 0)
        || use.At.Loop!.Chain.Any(loop => loop != last && loop.Shape is { IsDecreasing: false } shape && shape.Atom == atom && shape.Lower.All(lower => lower.Constant >= 0));

    /// <summary>Whether a condition of the loop, or one inside of it, has the counter in it.</summary>
    private static bool IsAsked(InspectedKernel kernel, MemoryUse use, NestLoop loop) =>
        (use.At.Conditions?.Chain ?? []).Any(condition => loop.Contains(condition.At.Order)
            && kernel.ComesFrom(condition.Value, node => node is Place.Named named && named.Variable == loop.Shape!.Index));

    private static bool EndsEarly(InspectedKernel kernel, NestLoop loop) =>
        kernel.Nest.Statements.Any(at => loop.Contains(at.Loop) && at.Statement is KernelStatement.Break or KernelStatement.Return or KernelStatement.Goto or KernelStatement.Continue);
}
