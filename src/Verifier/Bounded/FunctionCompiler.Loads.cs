using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    private Evaluate Load(Place place)
    {
        var span = place.Span;
        switch (place)
        {
            case Place.Lane { Vector: Place.Named vector } lane when _homes.Of(vector.Variable) is Home.Register home:
                var index = LaneIndex(lane.Index, home.Lanes, span);
                return machine =>
                {
                    var value = machine.Slot(home.Slot + index(machine));
                    return value.IsIndeterminate
                        ? throw Machine.Missing(value, "a lane", span)
                        : value;
                };
            case Place.Unsupported unsupported:
                return Refused(unsupported.Reason, span);
            default:
                return Layout.SortOf(place.Type) is { } sort
                    ? LoadFromMemory(place, sort, span)
                    : Refused($"value of type '{CTypePrinter.Print(place.Type)}'", span);
        }
    }

    private Evaluate LoadFromMemory(Place place, Sort sort, TextSpan span)
    {
        var load = place is Place.Field || !IsKernel ? LoadAnyNumber(sort, span) : LoadNumber(sort, span);
        if (IndexedBy(place) is not var (pointer, index) || Layout.SortOf(index.Type) is not { IsFloating: false } indexSort)
        {
            var known = Locate(place);
            return machine => load(machine, known(machine));
        }

        var whole = WholeOrByContents(index, indexSort);
        var general = Indexed(Followed(Scalar(pointer), span), whole, StrideOf(pointer), span);
        var locate = Nearby(pointer, whole, machine => whole(machine) == ByContents ? Address.ByContents : general(machine));
        var choose = Chosen(pointer, index, new(indexSort, Layout.IsSigned(index.Type), KnownStrideOf(pointer) ?? 0, sort, span), load);
        return machine => locate(machine) is { Object: >= 0 } address ? load(machine, address) : choose(machine);
    }

    /// <summary>The pointer and the index of an element, also of one written <c>*(T *)(pointer + index)</c>, as gathers do.</summary>
    private static (Value Pointer, Value Index)? IndexedBy(Place place)
    {
        switch (place)
        {
            case Place.Element element:
                return (element.Pointer, element.Index);
            case Place.Dereference { Pointer: var pointer }:
                while (pointer is Value.Convert { Kind: ConversionKind.PointerCast or ConversionKind.SameWidth, Operand: { Type: CType.Pointer } operand })
                {
                    pointer = operand;
                }

                return pointer is Value.Binary { Arithmetic: Arithmetic.Pointer, Operation: Operation.Add } sum
                    ? sum.Left.Type is CType.Pointer ? (sum.Left, sum.Right) : (sum.Right, sum.Left)
                    : null;
            default:
                return null;
        }
    }

    private Evaluate Chosen(Value pointer, Value index, IndexedRead read, Func<Machine, Address, Scalar> load)
    {
        var (start, at) = (Followed(Scalar(pointer), read.Span), Scalar(index));
        return machine => (start(machine), at(machine)) is (var address, { IsConcrete: false } chosen)
            ? machine.LoadChosen(address, chosen.Term, read, load)
            : throw Machine.Stop(Violation.OutOfBounds, "an address far outside of its object", read.Span);
    }

    private static Func<Machine, Address, Scalar> LoadAnyNumber(Sort sort, TextSpan span)
    {
        var width = sort.Width / 8;
        return (machine, address) => Typed(machine, machine.Load(address, width, span), sort);
    }

    /// <summary>
    /// A number read through a pointer of another type is undefined (C17 6.5p7), and promised not to happen; the members of a
    /// union may share their bytes.
    /// </summary>
    private static Func<Machine, Address, Scalar> LoadNumber(Sort sort, TextSpan span)
    {
        var width = sort.Width / 8;
        return (machine, address) =>
        {
            var value = machine.Load(address, width, span);
            CheckAligned(machine, address, width, span);
            return value.IsConcrete || machine.Terms.Store.SortOf(value.Term).IsFloating == sort.IsFloating
                ? value
                : throw Machine.Unsupported("a number that is read through a pointer of another type", span);
        };
    }

    /// <summary>Code of the file under test, which is held to C's rules for types; models of instructions are not.</summary>
    private bool IsKernel => _function is { Symbol.Origin: SymbolOrigin.Kernel };

    /// <summary>An object of a scalar type lies at a multiple of its size (C17 6.3.2.3p7).</summary>
    private static void CheckAligned(Machine machine, Address address, int width, TextSpan span)
    {
        if (address.Offset % width != 0 || machine.Memory[address.Object].Alignment % width != 0)
        {
            CheckAlignment(machine, address, width, span);
        }
    }

    /// <summary>A term of the other kind was stored through a pointer of another type: the bits are what counts.</summary>
    private static Scalar Typed(Machine machine, Scalar value, Sort sort)
    {
        if (value.IsConcrete || value.IsIndeterminate)
        {
            return value;
        }

        return LaneConversions.Reinterpreted(machine, value, machine.Terms.Store.SortOf(value.Term), sort);
    }
}
