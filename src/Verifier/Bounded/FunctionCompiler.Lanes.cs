using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>Code for a vector.</summary>
    private EvaluateLanes Lanes(Value value)
    {
        if (value.Type is not CType.Vector vector || Layout.SortOf(vector.Element) is not { } sort)
        {
            return RefusedLanes($"vector of type '{CTypePrinter.Print(value.Type)}'", value.Span);
        }

        return value switch
        {
            Value.Load load => LoadLanes(load.Place, vector, sort),
            Value.Convert { Kind: ConversionKind.Splat } splat => Splat(Scalar(splat.Operand), vector.Lanes),
            Value.Convert { Kind: ConversionKind.BitCast, Operand.Type: CType.Vector from } cast => BitCast(cast.Operand, from, vector, cast.Span),
            Value.Convert { Operand.Type: CType.Vector from } conversion
                when LaneConversions.Between(conversion.Kind, from.Element, vector.Element, conversion.Span) is { } convert =>
                Each(Lanes(conversion.Operand), vector.Lanes, convert),
            Value.Unary unary when unary.Operand.Type is CType.Vector operand && UnaryOf(unary, operand.Element) is { } apply =>
                Each(Lanes(unary.Operand), vector.Lanes, apply),
            Value.Binary { OperandType: CType.Vector operand } binary => BinaryLanes(binary, operand, vector),
            Value.Select select => SelectedLanes(select, vector.Lanes, sort),
            Value.Aggregate aggregate => AggregateLanes(aggregate, vector.Lanes),
            Value.PureCall call => LanesResult(call, vector.Lanes),
            Value.Unsupported unsupported => RefusedLanes(unsupported.Reason, unsupported.Span),
            _ => RefusedLanes("vector operation of this kind", value.Span),
        };
    }

    private static EvaluateLanes RefusedLanes(string construct, TextSpan span) => (_, _) => throw Machine.Unsupported(construct, span);

    private EvaluateLanes LoadLanes(Place place, CType.Vector vector, Sort sort)
    {
        if (place is Place.Named named && _homes.Of(named.Variable) is Home.Register home)
        {
            return (machine, target) => machine.Slots(home.Slot, vector.Lanes).CopyTo(machine.Slots(target, vector.Lanes));
        }

        var locate = Locate(place);
        var width = sort.Width / 8;
        return (machine, target) =>
        {
            var address = locate(machine);
            CheckAlignment(machine, address, vector.AlignmentInBytes, place.Span);
            for (var lane = 0; lane < vector.Lanes; lane++)
            {
                machine.Lane = lane;
                machine.Set(target + lane, Typed(machine, machine.Load(address with { Offset = address.Offset + (lane * width) }, width, place.Span), sort));
            }

            machine.Lane = null;
        };
    }

    /// <summary>An object is assumed to be aligned as promised and no better.</summary>
    private static void CheckAlignment(Machine machine, Address address, int alignment, TextSpan span)
    {
        if (!address.IsNull && (machine.Memory[address.Object].Alignment % alignment != 0 || address.Offset % alignment != 0))
        {
            throw Machine.Stop(
                Violation.Misaligned,
                FormattableString.Invariant($"an access that needs {alignment}-byte alignment to byte {address.Offset} of '{machine.Memory[address.Object].Name}', which is aligned to {machine.Memory[address.Object].Alignment}"),
                span);
        }
    }

    private static EvaluateLanes Splat(Evaluate scalar, int lanes) => (machine, target) =>
    {
        var value = scalar(machine);
        machine.Slots(target, lanes).Fill(value);
    };

    private static EvaluateLanes Each(EvaluateLanes operand, int lanes, Func<Machine, Scalar, Scalar> apply) => (machine, target) =>
    {
        operand(machine, target);
        for (var lane = 0; lane < lanes; lane++)
        {
            machine.Set(target + lane, apply(machine, machine.Slot(target + lane)));
        }
    };

    private EvaluateLanes BinaryLanes(Value.Binary binary, CType.Vector operand, CType.Vector result)
    {
        var combine = binary.Operation is Operation.ShiftLeft or Operation.ShiftRight && binary.Right.Type is CType.Vector amount
            ? Shifts.Of(binary.Operation, operand.Element, amount.Element, binary.Span)
            : LaneOperations.Binary(binary.Operation, binary.Arithmetic, operand.Element, result.Element, ulong.MaxValue, binary.Span);
        if (combine is null || binary.Right.Type is not CType.Vector)
        {
            return RefusedLanes($"operation on '{CTypePrinter.Print(operand)}'", binary.Span);
        }

        var (left, right, start, lanes) = (Lanes(binary.Left), Lanes(binary.Right), _homes.Reserve(operand.Lanes), operand.Lanes);
        return (machine, target) =>
        {
            left(machine, target);
            right(machine, start);
            for (var lane = 0; lane < lanes; lane++)
            {
                machine.Set(target + lane, combine(machine, machine.Slot(target + lane), machine.Slot(start + lane)));
            }
        };
    }

    private EvaluateLanes SelectedLanes(Value.Select select, int lanes, Sort sort)
    {
        var (condition, whenTrue, whenFalse, start) = (Condition(select.Condition), Lanes(select.WhenTrue), Lanes(select.WhenFalse), _homes.Reserve(lanes));
        return (machine, target) =>
        {
            var chosen = condition(machine);
            if (chosen.IsConcrete)
            {
                (chosen.Bits != 0 ? whenTrue : whenFalse)(machine, target);
                return;
            }

            var first = Speculation.Under(machine, chosen.Term, at => Lanes(whenTrue, at, target));
            var second = Speculation.Under(machine, machine.Terms.Not(chosen.Term), at => Lanes(whenFalse, at, start));
            if (first is null || second is null)
            {
                var only = first is null ? second is null ? throw new RunEnded(new RunOutcome.NoWayOn()) : start : target;
                machine.Slots(only, lanes).CopyTo(machine.Slots(target, lanes));
                return;
            }

            for (var lane = 0; lane < lanes; lane++)
            {
                machine.Set(target + lane, Chosen(machine, chosen.Term, machine.Slot(target + lane), machine.Slot(start + lane), sort));
            }
        };
    }

    private static Scalar Lanes(EvaluateLanes code, Machine machine, int target)
    {
        code(machine, target);
        return default;
    }

    private EvaluateLanes AggregateLanes(Value.Aggregate aggregate, int lanes)
    {
        var elements = aggregate.Elements.Select(Scalar).ToArray();
        return (machine, target) =>
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                var value = lane < elements.Length ? elements[lane](machine) : Bounded.Scalar.Of(0);
                machine.Set(target + lane, value);
            }
        };
    }

    /// <summary>Lanes of another width share their bits; of the same width, each keeps its own.</summary>
    private EvaluateLanes BitCast(Value operand, CType.Vector from, CType.Vector to, TextSpan span)
    {
        if (Layout.SortOf(from.Element) is not { } source || Layout.SortOf(to.Element) is not { } sort)
        {
            return RefusedLanes("vector of this type", span);
        }

        var lanes = Lanes(operand);
        if (from.Lanes == to.Lanes)
        {
            return Each(lanes, to.Lanes, (machine, value) => LaneConversions.Reinterpreted(machine, value, source, sort));
        }

        var start = _homes.Reserve(from.Lanes);
        var scratch = new MemoryObject(0, "", (long)from.Lanes * source.Width / 8, 1);
        return (machine, target) =>
        {
            lanes(machine, start);
            for (var lane = 0; lane < from.Lanes; lane++)
            {
                scratch.Store((long)lane * source.Width / 8, source.Width / 8, machine.Slot(start + lane));
            }

            for (var lane = 0; lane < to.Lanes; lane++)
            {
                machine.Set(target + lane, scratch.Load((long)lane * sort.Width / 8, sort.Width / 8) is { } value
                    ? Typed(machine, value, sort)
                    : throw Machine.Unsupported("part of a symbolic lane", span));
            }
        };
    }
}
