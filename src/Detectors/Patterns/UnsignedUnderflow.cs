using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Loops whose unsigned limit, or counter, wraps around below zero.</summary>
public sealed class UnsignedUnderflow : PatternDetector
{
    private static readonly Rule Found = new(
        "HV3104", Severity.Warning, "Unsigned bound wraps around", "{0}; {1}",
        "Unsigned numbers have nothing below zero. `for (size_t i = 0; i < n - 3; i += 4)` runs almost for ever when `n` is 2, and `for (unsigned i = n - 1; i >= 0; i--)` always does. "
        + "Add on the other side (`i + 3 < n`), return early for small sizes, or count down by `i-- > 0`.");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        from loop in kernel.Nest.Loops
        from comparison in (loop.Statement.Condition is { } condition ? KernelWalk.DescendantsAndSelf(condition) : []).OfType<Value.Binary>()
        where comparison.Arithmetic == Arithmetic.Unsigned
        let message = NeverFalse(kernel, loop, comparison) ?? Wraps(kernel, loop, comparison)
        where message is not null
        select message;

    private static Diagnostic? NeverFalse(InspectedKernel kernel, NestLoop loop, Value.Binary comparison) =>
        comparison is { Operation: Operation.GreaterOrEqual, Right: var zero } && ConstantNumber.IsZero(zero) && kernel.Nest.Algebra.Of(comparison.Left, loop.Order).Constant is null
            ? Found.At(comparison.Span, $"'{ValuePrinter.Bare(comparison.Left.Unconverted())} >= 0' holds for every unsigned number, so that the loop does not end here", "count down by 'i-- > 0'")
            : null;

    private static Diagnostic? Wraps(InspectedKernel kernel, NestLoop loop, Value.Binary comparison)
    {
        var limit = comparison.Operation switch
        {
            Operation.Less or Operation.LessOrEqual => comparison.Right,
            Operation.Greater or Operation.GreaterOrEqual => comparison.Left,
            _ => null,
        };
        if (limit is null || kernel.Nest.Algebra.Resolved(limit).Unconverted() is not Value.Binary { Operation: Operation.Subtract, Arithmetic: Arithmetic.Signed or Arithmetic.Unsigned } difference)
        {
            return null;
        }

        var sum = kernel.Nest.Algebra.Of(difference, loop.Order);
        var whole = sum - Polynomial.Number(sum.ConstantTerm);
        return sum.ConstantTerm < 0 && !whole.IsZero && !IsMoved(kernel, loop, whole) && !IsAsked(kernel, loop, whole)
            && kernel.Callers?.IsAtLeast(whole, -sum.ConstantTerm) != true
            ? Found.At(comparison.Span, $"'{kernel.Text(sum)}' wraps around to a large number when '{kernel.Text(whole)}' is below {-sum.ConstantTerm}", $"add {-sum.ConstantTerm} on the other side of the comparison")
            : null;
    }

    /// <summary>Whether the loop changes what is subtracted from; then it may know that enough is left.</summary>
    private static bool IsMoved(InspectedKernel kernel, NestLoop loop, Polynomial sum) =>
        sum.Atoms.Select(kernel.Nest.Algebra.AtomOf).OfType<Variable>().Any(variable => kernel.Nest.DefinitionsOf(variable).Any(definition => loop.Contains(definition.At.Order)));

    /// <summary>Whether a condition before the loop asks for what is subtracted from.</summary>
    private static bool IsAsked(InspectedKernel kernel, NestLoop loop, Polynomial sum)
    {
        var atoms = sum.Atoms.ToHashSet();
        return kernel.Nest.Statements.Any(at => at.Order < loop.Order && at.Statement is KernelStatement.If { Condition: var condition } && AsksFor(kernel, condition, at.Order, atoms))
            || KernelWalk.DescendantsAndSelf(loop.Statement.Condition!).OfType<Value.And>().Any(and => AsksFor(kernel, and.Left, loop.Order, atoms))
            || loop.Chain.Skip(1).Any(outer => outer.Statement.Condition is { } condition && outer.Shape?.Lower is [{ Constant: > 0 }] && AsksFor(kernel, condition, outer.Order, atoms));
    }

    private static bool AsksFor(InspectedKernel kernel, Value condition, int order, HashSet<int> atoms) =>
        KernelWalk.DescendantsAndSelf(condition).OfType<Value.Binary>().Any(binary => binary.Operation is >= Operation.Less and <= Operation.NotEqual
            && (kernel.Nest.Algebra.Of(binary.Left, order) - kernel.Nest.Algebra.Of(binary.Right, order)).Atoms.Any(atoms.Contains));
}
