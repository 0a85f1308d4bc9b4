using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>
/// What a loop leaves out, or takes too much, when a size is no multiple of its step.
/// </summary>
/// <param name="Size">What should have been covered: the end of the range.</param>
/// <param name="Step">How many elements go together, in the words of the kernel.</param>
/// <param name="IsOverrun">Whether the last turn goes on past the end; otherwise the elements are left out.</param>
internal sealed record LeftOver(Polynomial Size, string Step, bool IsOverrun)
{
    public static LeftOver? Of(InspectedKernel kernel, NestLoop loop) =>
        loop.Shape is not { IsDecreasing: false } shape || shape.Bounds.IsEmpty || shape.Lower.IsEmpty ? null
            : Guarded(kernel, shape) ?? Rounded(kernel, loop, shape) ?? Overrun(kernel, loop, shape);

    /// <summary><code>for (i = 0; i + 3 &lt; n; i += 4)</code></summary>
    private static LeftOver? Guarded(InspectedKernel kernel, LoopShape shape) =>
        shape.Stride is { } step and > 1
            ? shape.Bounds.Select(bound => bound + Polynomial.Number(step - 1))
                .Where(size => shape.Bounds.Length == 1 && size.ConstantTerm == 0 && !size.IsZero && !IsRounded(kernel, size) && shape.Lower.All(lower => !IsMultiple(kernel, size - lower, step)))
                .Select(size => new LeftOver(size, $"{step}", false)).FirstOrDefault()
            : null;

    /// <summary><code>for (i = 0; i &lt; n / 4; i++) … x[4 * i]      for (i = 0; i &lt; n - n % 4; i += 4)      for (i = t * (n / 3); i &lt; (t + 1) * (n / 3); i++)</code></summary>
    private static LeftOver? Rounded(InspectedKernel kernel, NestLoop loop, LoopShape shape)
    {
        if (shape.Bounds is not [var bound])
        {
            return null;
        }

        foreach (var (atoms, factor) in bound.Products)
        {
            var quotient = atoms.Select(kernel.Nest.Algebra.AtomOf).OfType<Value.Binary>().FirstOrDefault();
            if (quotient is null || SizeIn(kernel, quotient, loop.Order) is not { } size)
            {
                continue;
            }

            var divisor = kernel.Nest.Algebra.Of(quotient.Right, loop.Order);
            var step = divisor.Constant is { } number ? DivisorOf(quotient.Operation, number) : null;
            if ((step is not null && IsMultiple(kernel, size, step.Value)) || (step is null && quotient.Operation != Operation.Divide))
            {
                continue;
            }

            if (quotient.Operation is Operation.Remainder or Operation.BitwiseAnd || factor == step || IsScaled(kernel, loop, shape, bound, quotient, step))
            {
                return new(size, step is null ? kernel.Text(divisor) : $"{step}", false);
            }
        }

        return null;
    }

    /// <summary>What is divided or rounded down; null where it is rounded up, made of data, or no size at all.</summary>
    private static Polynomial? SizeIn(InspectedKernel kernel, Value.Binary quotient, int order)
    {
        if (quotient.Operation is not (Operation.Divide or Operation.Remainder or Operation.ShiftRight or Operation.BitwiseAnd) || quotient.OperandType is not CType.Integer)
        {
            return null;
        }

        var size = kernel.Nest.Algebra.Of(quotient.Left, order);
        return size.ConstantTerm <= 0 && size.Products.Any() && size.Products.All(product => product.Factor == 1) && size.Atoms.All(atom => IsSize(kernel, kernel.Nest.Algebra.AtomOf(atom)))
            ? size
            : null;
    }

    private static bool IsSize(InspectedKernel kernel, object atom) => atom is Variable { Type: CType.Integer } variable && kernel.Nest.DefinitionsOf(variable).Count == 0 && variable.IsParameter;

    private static long? DivisorOf(Operation operation, long number) => operation switch
    {
        Operation.Divide or Operation.Remainder => number > 1 ? number : null,
        Operation.ShiftRight => number is > 0 and < 32 ? 1L << (int)number : null,
        // n & -8, n & ~7 and n & 7
        _ => number < 0 && (-number & (-number - 1)) == 0 ? -number : number > 0 && ((number + 1) & number) == 0 ? number + 1 : null,
    };

    /// <summary>Whether the quotient counts groups, or is the length of one share of several.</summary>
    private static bool IsScaled(InspectedKernel kernel, NestLoop loop, LoopShape shape, Polynomial bound, Value.Binary quotient, long? step)
    {
        var share = Polynomial.Atom(kernel.Nest.Algebra.NumberOf(quotient));
        var isShare = shape.Lower is [var lower] && !lower.IsZero && lower.Constant is null && (bound - lower).Equals(share);
        return isShare || (step is { } number && bound.Equals(share) && shape.Stride == 1 && kernel.Uses.Where(use => loop.Contains(use.At.Loop)).Select(use => use.Address)
            .Concat(kernel.Nest.Loops.Where(inner => inner.Outer is not null && loop.Contains(inner.Outer)).SelectMany(inner => inner.Shape?.Lower ?? []))
            .Any(sum => sum.FactorOf(shape.Atom) is { IsZero: false } factor && factor.IsMultipleOf(number)));
    }

    /// <summary><code>for (i = 0; i &lt; n; i += 4) … x[i + 3]</code></summary>
    private static LeftOver? Overrun(InspectedKernel kernel, NestLoop loop, LoopShape shape) =>
        kernel.Callers is not null && shape is { Stride: { } step and > 1, Bounds: [{ ConstantTerm: 0, IsZero: false } size] }
            && size.Atoms.All(atom => IsSize(kernel, kernel.Nest.Algebra.AtomOf(atom)) || kernel.Nest.Algebra.AtomOf(atom) is Value.Load) && shape.Lower.All(lower => !IsMultiple(kernel, size - lower, step))
            && !EndsEarly(kernel, loop) && kernel.Uses.Any(use => loop.Contains(use.At.Loop) && GoesOn(kernel, use, loop, shape.Atom))
            ? new(size, $"{step}", true)
            : null;

    private static bool EndsEarly(InspectedKernel kernel, NestLoop loop) =>
        kernel.Nest.Statements.Any(at => loop.Contains(at.Loop) && at.Statement is KernelStatement.Break or KernelStatement.Continue or KernelStatement.Return or KernelStatement.Goto);

    /// <summary>Whether an access of the caller's memory touches elements of later values of the counter.</summary>
    private static bool GoesOn(InspectedKernel kernel, MemoryUse use, NestLoop loop, int atom)
    {
        if (use.IsOptional || IsAsked(use, loop) || kernel.BufferOf(use.Address) is null)
        {
            return false;
        }

        if (use.At.Loop!.Chain.TakeWhile(other => other != loop).Any(other => IsTile(other, atom, use.Address)))
        {
            return true;
        }

        if (use.At.Loop.Chain.TakeWhile(other => other != loop).Any(other => IsClamped(other, use.Address)))
        {
            return false;
        }

        var rest = use.Address - (use.Address.FactorOf(atom) ?? Polynomial.Zero) * Polynomial.Atom(atom);
        return use.Address.FactorOf(atom) is { IsZero: false } factor && ((use.Elements > 1 && factor.Constant == 1)
            || kernel.Uses.Any(other => other != use && loop.Contains(other.At.Loop) && !other.IsOptional && !IsAsked(other, loop)
                && other.Address.FactorOf(atom)?.Equals(factor) == true && rest.ConstantTerm > 0 && (rest - (other.Address - (factor * Polynomial.Atom(atom)))).DividedBy(factor) is > 0));
    }

    /// <summary><code>for (i = tile; i &lt; tile + 16; i++) … x[i]      for (r = 0; r &lt; 16; r++) … x[tile + r]</code></summary>
    private static bool IsTile(NestLoop inner, int atom, Polynomial address) =>
        inner.Shape is { Bounds: [var bound], Lower: [var lower] } shape && (bound - lower).Constant > 1 && address.FactorOf(shape.Atom) is { IsZero: false } offset
        && (lower.FactorOf(atom) is { Constant: 1 } || address.FactorOf(atom)?.Equals(offset) == true);

    /// <summary>An inner loop whose length is no fixed number ends where the tile does: <code>for (j = 0; j + 1 &lt; columns; j += 2) … x[tile + j + 1]</code></summary>
    private static bool IsClamped(NestLoop inner, Polynomial address) =>
        inner.Shape is { } shape && address.FactorOf(shape.Atom) is { IsZero: false } && shape.Bounds.Any(bound => shape.Lower.All(lower => (bound - lower).Constant is null));

    /// <summary>Whether a condition inside of a loop decides whether the access is made.</summary>
    private static bool IsAsked(MemoryUse use, NestLoop loop) => (use.At.Conditions?.Chain ?? []).Any(condition => loop.Contains(condition.At.Order));

    private static bool IsRounded(InspectedKernel kernel, Polynomial size) => size.Atoms.Any(atom => kernel.Nest.Algebra.AtomOf(atom) is Value.Binary or Value.Select);

    /// <summary>Whether a length is a multiple of a number for all callers.</summary>
    private static bool IsMultiple(InspectedKernel kernel, Polynomial length, long number) =>
        length.ConstantTerm % number == 0 && length.Products.All(product => product.Factor % number == 0
            || product.Atoms.Any(atom => kernel.Nest.Algebra.AtomOf(atom) is Variable variable && kernel.Callers?.IsMultiple(variable, number) == true));
}
