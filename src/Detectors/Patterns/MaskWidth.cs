using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Masks of the first lanes that have too many or too few of them.</summary>
public sealed class MaskWidth : PatternDetector
{
    private static readonly Rule Found = new(
        "HV3106", Severity.Warning, "Wrong mask width", "the mask of '{0}', which has {1} lanes, {2}; {3}",
        "The mask for the last elements has a bit for each that is left: `(1u << (n - i)) - 1`. It is wrong when the rest is taken by another number than the lanes (`n % 4` beside vectors of eight), when it is one lane short "
        + "(`n - i - 1`), or when it passes through a type with fewer bits than there are lanes (`__mmask8` for sixteen floats).");

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) =>
        from call in kernel.Nest.Calls
        where Instruction.Of(call.Target) is { IsMasked: true, IsVectorMove: true }
        let mask = call.Arguments.FirstOrDefault(argument => argument.Type is CType.Integer)
        let lanes = Instruction.VectorsOf(call.Target).LastOrDefault()?.Lanes
        where mask is not null && lanes is not null
        let problem = Problem(kernel, call, kernel.Nest.Algebra.Resolved(mask), lanes.Value)
        where problem is not null
        select Found.At(call.Span, call.Target.Name, lanes.Value, problem.Value.What, problem.Value.WayOut);

    private static (string What, string WayOut)? Problem(InspectedKernel kernel, ModelCall call, Value mask, int lanes)
    {
        foreach (var node in KernelWalk.DescendantsAndSelf(mask))
        {
            var found = node switch
            {
                Value.Convert { Kind: ConversionKind.Truncate, Type: CType.Integer { WidthInBits: var width } } cut when width < lanes && FirstLanes(cut.Operand).Any() =>
                    ($"is cut to {width} bits", $"use a type of {lanes} bits"),
                Value value when Count(value) is { } count => ProblemOfCount(kernel, call, count, lanes),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<Value> FirstLanes(Value value) => KernelWalk.DescendantsAndSelf(value).OfType<Value>().Select(Count).OfType<Value>();

    /// <summary><code>(1u &lt;&lt; count) - 1</code></summary>
    private static Value? Count(Value value) =>
        value is Value.Binary { Operation: Operation.Subtract, Left: var power, Right: var one } && IsOne(one)
            && power.Unconverted() is Value.Binary { Operation: Operation.ShiftLeft, Left: var unit, Right: var count } && IsOne(unit)
            ? count.Unconverted()
            : null;

    private static (string What, string WayOut)? ProblemOfCount(InspectedKernel kernel, ModelCall call, Value count, int lanes) =>
        Modulus(kernel, count, call.At.Order) is { } modulus
            ? modulus == lanes || IsAsked(kernel, call.At, count) ? null : ($"has the bits of a rest by {modulus}", $"take the rest by {lanes}")
            : Offset(kernel, call, count, lanes) is { } offset ? ($"has {Math.Abs(offset)} {(offset < 0 ? "too few" : "too many")} where it ends", "count from the counter to the end of the loop") : null;

    /// <summary>The number that a rest is taken by: 8 of <c>n % 8</c> and <c>n &amp; 7</c>.</summary>
    private static long? Modulus(InspectedKernel kernel, Value count, int order) => count is Value.Binary { Operation: Operation.Remainder or Operation.BitwiseAnd } rest
        && kernel.Nest.Algebra.Of(rest.Right, order).Constant is { } number ? rest.Operation == Operation.Remainder ? number : number + 1 : null;

    /// <summary>How many lanes the count is off from what is left of a loop by its own limit; null where it is right, or not of that kind.</summary>
    private static long? Offset(InspectedKernel kernel, ModelCall call, Value count, int lanes)
    {
        var sum = kernel.Nest.Algebra.Of(count, call.At.Order);
        foreach (var loop in kernel.Nest.Loops.Where(loop => loop.Order < call.At.Order))
        {
            if (loop.Shape is not { IsDecreasing: false, Stride: { } stride } shape || sum.FactorOf(shape.Atom)?.Constant != -1)
            {
                continue;
            }

            // After 'i + 8 <= n' the rest is 'n - i', and one more than that is as long as a vector.
            if (call.At.Order >= loop.End && shape.Bounds is [var guarded] && guarded.ConstantTerm == 1 - stride && (sum - guarded + Polynomial.Atom(shape.Atom)).Constant == stride)
            {
                return 1;
            }

            var offsets = shape.Bounds.Select(bound => (sum - bound + Polynomial.Atom(shape.Atom)).Constant).ToList();
            if (offsets.Count == 0 || offsets.Contains(null) || offsets.Exists(offset => offset % lanes == 0 || (offset > 0 && (offset - stride + 1) % lanes == 0)))
            {
                continue;
            }

            return offsets[0];
        }

        return null;
    }

    private static bool IsAsked(InspectedKernel kernel, NestStatement at, Value count) =>
        (at.Conditions?.Chain ?? []).Any(condition => condition.Value is Value.Binary { Operation: Operation.Less or Operation.GreaterOrEqual or Operation.LessOrEqual or Operation.Greater }
            && KernelWalk.DescendantsAndSelf(kernel.Nest.Algebra.Resolved(condition.Value)).Any(count.Equals));

    private static bool IsOne(Value value) => ConstantNumber.Of(value) is { IsOne: true };
}
