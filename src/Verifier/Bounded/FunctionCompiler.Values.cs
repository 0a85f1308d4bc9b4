using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>Code for a scalar.</summary>
    private Evaluate Scalar(Value value) => OperandOf(value) switch
    {
        ConstantOperand { Value: var constant } => _ => constant,
        RegisterOperand register => register.Read,
        _ => Code(value),
    };

    private Evaluate Code(Value value) => value switch
    {
        Value.FloatingConstant constant when Layout.SortOf(constant.Type) is { } sort =>
            Known(FloatBits.Of(constant.Number, sort)),
        Value.StringConstant text when text.Type is CType.Pointer => Text(text.Text),
        Value.Load load => Load(load.Place),
        Value.AddressOf address => AddressCode(address.Place),
        Value.Decay decay => AddressCode(decay.Array),
        Value.Convert conversion => Converted(conversion),
        Value.Unary unary => Unary(unary),
        Value.Binary binary => Binary(binary),
        Value.Select select => Selected(select),
        Value.And and => Junction(and.Left, and.Right, stopsAt: 0),
        Value.Or or => Junction(or.Left, or.Right, stopsAt: 1),
        Value.Lane lane => LaneOf(lane),
        Value.PureCall call => ScalarResult(call),
        Value.Unsupported unsupported => Refused(unsupported.Reason, unsupported.Span),
        _ => Refused($"value of type '{CTypePrinter.Print(value.Type)}'", value.Span),
    };

    private static Evaluate Known(ulong bits)
    {
        var scalar = Bounded.Scalar.Of(bits);
        return _ => scalar;
    }

    /// <summary>Equal strings may or may not be one object; here they are.</summary>
    private static Evaluate Text(string text) => machine => Bounded.Scalar.Of(machine.Run.Text(text).Bits);

    private static Evaluate Refused(string construct, TextSpan span) => _ => throw Machine.Unsupported(construct, span);

    private Evaluate AddressCode(Place place)
    {
        var locate = Locate(place);
        return machine => Bounded.Scalar.Of(locate(machine).Bits);
    }

    private Evaluate Converted(Value.Convert conversion)
    {
        if (Extended(conversion) is { } extended)
        {
            return extended;
        }

        var operand = Scalar(conversion.Operand);
        return LaneConversions.Between(conversion.Kind, conversion.Operand.Type, conversion.Type, conversion.Span) is { } convert
            ? machine => convert(machine, operand(machine))
            : Refused($"conversion from '{CTypePrinter.Print(conversion.Operand.Type)}' to '{CTypePrinter.Print(conversion.Type)}'", conversion.Span);
    }

    private Evaluate Unary(Value.Unary unary)
    {
        var operand = Scalar(unary.Operand);
        return UnaryOf(unary, unary.Operand.Type) is { } apply
            ? machine => apply(machine, operand(machine))
            : Refused($"operation on '{CTypePrinter.Print(unary.Operand.Type)}'", unary.Span);
    }

    private static Func<Machine, Scalar, Scalar>? UnaryOf(Value.Unary unary, CType type)
    {
        if (Layout.SortOf(type) is not { } sort)
        {
            return null;
        }

        switch (unary.Operation)
        {
            case UnaryOperation.LogicalNot:
                var isZero = LaneOperations.Binary(Operation.Equal, unary.Arithmetic, type, unary.Type is CType.Vector vector ? vector.Element : unary.Type, unary.Type is CType.Vector ? ulong.MaxValue : 1, unary.Span);
                return isZero is null ? null : (machine, value) => isZero(machine, value, Bounded.Scalar.Of(0));
            case UnaryOperation.BitwiseNot:
                return (machine, value) => value.IsConcrete ? Bounded.Scalar.Of(~value.Bits & sort.Mask) : machine.Apply(Operator.BitsNot, sort, sort, value);
            case UnaryOperation.Negate when unary.Arithmetic == Arithmetic.Floating:
                return (machine, value) => machine.Apply(Operator.FloatNegate, sort, sort, value);
            case UnaryOperation.Negate:
                var subtract = LaneOperations.Binary(Operation.Subtract, unary.Arithmetic, type, type, 1, unary.Span);
                return subtract is null ? null : (machine, value) => subtract(machine, Bounded.Scalar.Of(0), value);
            default:
                return null;
        }
    }

    private Evaluate Binary(Value.Binary binary)
    {
        if (binary.Arithmetic == Arithmetic.Pointer && PointerOperation(binary) is { } pointer)
        {
            return pointer;
        }

        if (AddressesCompared(binary) is { } addresses)
        {
            return addresses;
        }

        if (LaneOperations.FloatingOf(binary.Operation, binary.Arithmetic) is { } floating && Layout.SortOf(binary.OperandType) is { } real)
        {
            return OnFloats(floating, real, binary);
        }

        var (left, right) = (Scalar(binary.Left), Scalar(binary.Right));
        if (binary.Operation is Operation.ShiftLeft or Operation.ShiftRight)
        {
            return Shifts.Of(binary.Operation, binary.OperandType, binary.Right.Type, binary.Span) is { } shift
                ? machine => shift(machine, left(machine), right(machine))
                : Refused("shift of this type", binary.Span);
        }

        if (LaneOperations.Binary(binary.Operation, binary.Arithmetic, binary.OperandType, binary.Type, 1, binary.Span) is not { } combine)
        {
            return Refused($"operation on '{CTypePrinter.Print(binary.OperandType)}'", binary.Span);
        }

        var isNoted = binary.Operation is >= Operation.Less and <= Operation.NotEqual && IsKernel;
        var point = isNoted ? PointAt(binary, binary, binary.Span, "is never true", "is never false") : null;
        return Layout.SortOf(binary.OperandType) is { IsFloating: false } sort && OnIntegers(binary, sort, new(64 - sort.Width, combine, point)) is { } computed ? computed
            : point is null ? machine => combine(machine, left(machine), right(machine))
            : machine => machine.Took(point, combine(machine, left(machine), right(machine)));
    }

    /// <summary>Both sides are computed where the condition depends on contents; what one alone may not do then ends the run.</summary>
    private Evaluate Selected(Value.Select select)
    {
        var (condition, whenTrue, whenFalse) = (Condition(select.Condition), Scalar(select.WhenTrue), Scalar(select.WhenFalse));
        if (Layout.SortOf(select.Type) is not { } sort)
        {
            return Refused($"choice of type '{CTypePrinter.Print(select.Type)}'", select.Span);
        }

        var point = PointAt(select, select.Condition, select.Span, "is never true", "is never false");

        return machine =>
        {
            var chosen = machine.Took(point, condition(machine));
            if (chosen.IsConcrete)
            {
                return chosen.Bits != 0 ? whenTrue(machine) : whenFalse(machine);
            }

            var first = Speculation.Under(machine, chosen.Term, whenTrue);
            var second = Speculation.Under(machine, machine.Terms.Not(chosen.Term), whenFalse);
            return Chosen(machine, chosen.Term, first, second, sort);
        };
    }

    private static Scalar Chosen(Machine machine, Term condition, Scalar? whenTrue, Scalar? whenFalse, Sort sort) => (whenTrue, whenFalse) switch
    {
        (null, null) => throw new RunEnded(new RunOutcome.NoWayOn()),
        (null, { } only) => only,
        ({ } only, null) => only,
        ({ } first, { } second) => first.IsSameAs(second)
            ? first
            : Bounded.Scalar.Of(machine.Terms.Ite(condition, first.ToTerm(machine.Terms, sort), second.ToTerm(machine.Terms, sort)), machine.Terms.Store),
    };

    /// <summary>C's <c>&amp;&amp;</c> and <c>||</c>: the right side counts only if the left does not decide.</summary>
    private Evaluate Junction(Value left, Value right, ulong stopsAt)
    {
        var (first, second) = (Condition(left), Condition(right));
        var operation = stopsAt == 0 ? Operator.And : Operator.Or;
        return machine =>
        {
            var decided = first(machine);
            if (decided.IsConcrete)
            {
                return decided.Bits == stopsAt ? decided : Number(machine, second(machine));
            }

            var reached = stopsAt == 0 ? decided.Term : machine.Terms.Not(decided.Term);
            return Speculation.Under(machine, reached, second) is { } other
                ? Number(machine, machine.Apply(operation, Sort.Boolean, Sort.Boolean, decided, other))
                : Bounded.Scalar.Of(stopsAt);
        };
    }

    /// <summary>A truth value as C's <c>int</c>.</summary>
    private static Scalar Number(Machine machine, Scalar truth) => truth.IsConcrete
        ? truth
        : Bounded.Scalar.Of(
            machine.Terms.Ite(truth.Term, machine.Terms.Constant(Sort.Bits(32), 1), machine.Terms.Constant(Sort.Bits(32), 0)), machine.Terms.Store);

    /// <summary>Code for whether a scalar is not zero.</summary>
    private Evaluate Condition(Value value)
    {
        var scalar = Scalar(value);
        return Layout.SortOf(value.Type) is { } sort
            ? machine => machine.Truth(scalar(machine), sort)
            : Refused($"condition of type '{CTypePrinter.Print(value.Type)}'", value.Span);
    }

    private Evaluate LaneOf(Value.Lane lane)
    {
        if (lane.Vector.Type is not CType.Vector vector)
        {
            return Refused("lane of something else than a vector", lane.Span);
        }

        var (lanes, start) = (Lanes(lane.Vector), _homes.Reserve(vector.Lanes));
        var index = LaneIndex(lane.Index, vector.Lanes, lane.Span);
        return machine =>
        {
            lanes(machine, start);
            return machine.Slot(start + index(machine));
        };
    }

    /// <summary>A known index of a lane.</summary>
    private Func<Machine, int> LaneIndex(Value index, int lanes, TextSpan span)
    {
        var code = Whole(index, span);
        return machine => code(machine) is var lane and >= 0 && lane < lanes
            ? (int)lane
            : throw Machine.Stop(Violation.OutOfBounds, "a lane that the vector does not have", span);
    }
}
