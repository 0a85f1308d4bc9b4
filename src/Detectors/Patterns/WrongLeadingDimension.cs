using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Rows of a matrix that are taken to be as long as those of another.</summary>
public sealed class WrongLeadingDimension : PatternDetector
{
    private static readonly Rule Found = new(
        "HV3101", Severity.Warning, "Wrong leading dimension", "'{0}' has {1} elements, but '{2}' up to '{3}' steps through it by {4}; step by the length of its own rows",
        "The contract says how many elements a matrix has: `readable(A, (long)M * K)`. A counter that runs to one size and moves the address by another must leave, multiplied, a product of different sizes of "
        + "that count: `A[i * N + k]` with `i < M` steps by `N`, which is no size of `A`, and `A[i * M + k]` takes `M` twice. Also a fixed step where the sizes are the caller's. Use the row length of that matrix.");

    /// <summary>One counter's step through one buffer.</summary>
    private sealed record Stride(PromisedBuffer Buffer, Variable Counter, Polynomial End, Polynomial Step, NestStatement At);

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        kernel.Callers is not { HasEqualSizes: false } ? []
            : Strides(kernel).Where(stride => !Fits(kernel, stride))
                .DistinctBy(stride => (stride.Buffer, stride.Step, stride.End))
                .Select(stride => Found.At(
                    stride.At.Statement.Span, stride.Buffer.Pointer.Name, kernel.Text(stride.Buffer.Count!), stride.Counter.Name, kernel.Text(stride.End), kernel.Text(stride.Step)));

    /// <summary>Counters in addresses, and pointers that a loop moves on.</summary>
    private static IEnumerable<Stride> Strides(InspectedKernel kernel)
    {
        foreach (var use in kernel.Uses.Where(use => use.At.Loop is not null && !IsForSquares(kernel, use.At)))
        {
            if (kernel.BufferOf(use.Address) is not { Count: not null } buffer)
            {
                continue;
            }

            foreach (var loop in use.At.Loop!.Chain.Where(loop => loop.Shape is not null))
            {
                if (StepIn(kernel, use.Address, loop) is { } step && EndOf(kernel, loop) is { } end)
                {
                    yield return new(buffer, loop.Shape!.Index, end, step, use.At);
                }
            }
        }
    }

    /// <summary>Whether a condition around a statement says that two sizes are equal.</summary>
    private static bool IsForSquares(InspectedKernel kernel, NestStatement at) => (at.Conditions?.Chain ?? []).SelectMany(condition => KernelWalk.DescendantsAndSelf(condition.Value))
        .OfType<Value.Binary>().Any(binary => binary.Operation is Operation.Equal or Operation.NotEqual && IsSize(kernel, kernel.Nest.Algebra.Of(binary.Left, at.Order)) && IsSize(kernel, kernel.Nest.Algebra.Of(binary.Right, at.Order)));

    /// <summary>What one step of the counter adds to an address: its factor, or what the loop adds to a pointer in it.</summary>
    private static Polynomial? StepIn(InspectedKernel kernel, Polynomial address, NestLoop loop)
    {
        if (address.FactorOf(loop.Shape!.Atom) is { IsZero: false } factor)
        {
            return factor;
        }

        var moved = address.Atoms.Select(kernel.Nest.Algebra.AtomOf).OfType<Variable>()
            .FirstOrDefault(variable => variable.Type is CType.Pointer && address.FactorOf(kernel.Nest.Algebra.NumberOf(variable))?.Constant == 1);
        var changes = moved is null ? [] : kernel.Nest.DefinitionsOf(moved).Where(definition => loop.Contains(definition.At.Order)).ToList();
        return changes is [{ Value: { } value, At: { IsConditional: false } at }] && at.Loop == loop && loop.Shape.Stride == 1
            ? kernel.Nest.Algebra.Of(value, 0) - Polynomial.Atom(kernel.Nest.Algebra.NumberOf(moved!)) is var step && !step.Contains(kernel.Nest.Algebra.NumberOf(moved!)) ? step : null
            : null;
    }

    /// <summary>The size that the counter runs to, without a border: <c>rows</c> of <c>i &lt; rows - 1</c>.</summary>
    private static Polynomial? EndOf(InspectedKernel kernel, NestLoop loop)
    {
        var ends = loop.Shape!.Bounds.Select(bound => bound - Polynomial.Number(bound.ConstantTerm)).Where(end => IsSize(kernel, end)).Distinct().ToList();
        return loop.Shape.IsDecreasing ? null : ends is [var only] ? only : null;
    }

    private static bool IsSize(InspectedKernel kernel, Polynomial sum) =>
        sum.Products.ToList() is [{ Factor: 1, Atoms: [var only] }] && kernel.Nest.Algebra.AtomOf(only) is Variable variable && kernel.Nest.Entry.Parameters.Contains(variable);

    /// <summary>Whether the step and the end are sizes of the buffer, each taken once; what is no product of sizes always fits.</summary>
    private static bool Fits(InspectedKernel kernel, Stride stride)
    {
        if (stride.Buffer.Count!.Products.ToList() is not [{ Factor: 1, Atoms: { Count: > 1 } sizes }] || stride.Buffer.Count.ConstantTerm != 0)
        {
            return true;
        }

        var taken = stride.Step.Products.ToList() switch
        {
            [] => stride.Step.ConstantTerm > 1 && HasUnitStride(kernel, stride) ? null : (IReadOnlyList<int>)[],
            [{ Factor: 1 or -1, Atoms: var atoms }] when stride.Step.ConstantTerm == 0 && atoms.All(atom => IsSize(kernel, Polynomial.Atom(atom))) => atoms,
            _ => [],
        };
        if (taken is null)
        {
            return false;
        }

        // A counter may run to something that is no size of the buffer, such as a radius.
        var left = sizes.ToList();
        return taken.Count == 0 || taken.Concat(stride.End.Atoms.Where(sizes.Contains)).All(left.Remove);
    }

    /// <summary>Whether another counter runs through whole rows, so that a fixed step is the length of one.</summary>
    private static bool HasUnitStride(InspectedKernel kernel, Stride stride) => kernel.Uses.Any(use => use.At == stride.At
        && kernel.BufferOf(use.Address) == stride.Buffer && use.At.Loop!.Chain.Any(loop => loop.Shape is not null && loop.Shape.Index != stride.Counter
            && use.Address.FactorOf(loop.Shape.Atom)?.Constant == 1 && EndOf(kernel, loop) is not null));
}
