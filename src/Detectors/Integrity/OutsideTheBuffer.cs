using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>A single element before or behind a buffer, where the one who calls the kernel may keep things.</summary>
public sealed class OutsideTheBuffer : FlowDetector
{
    private const int BitsInByte = 8;

    private static readonly Rule Found = new(
        "HV7208", Severity.Warning, "Look outside of a buffer", "'{0}' is outside of '{1}' at every size that is tried",
        "Before a buffer lies what its allocator notes down, and behind it may lie the expected answer. Reported is an access at an index that the sizes alone decide and that is negative, or not below the number of elements in the contract, "
        + "at the scored size and at every test size. An element at the edge, and indices with a counter, which the proof of bounds is for, are not reported. Stay inside.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        context.Specification is { } specification
            ? from place in Accesses(flow)
              where place.Roots.AreParameters && Offset(flow, place.Place) is { } offset
                && specification.BufferAt(place.Roots.Parameters) is { } buffer && IsOutside(flow, specification.Task, buffer, offset, place.Place.Type)
              select Found.At(place.Place.Span, flow.TextAt(place.Place.Span), flow.NameOf(place.Roots.Parameters))
            : [];

    private static IEnumerable<(Place Place, Roots Roots)> Accesses(DataFlow flow) =>
        flow.Walk.Reads.Select(read => (read.Place, read.From))
            .Concat(flow.Walk.Stores.Where(store => store.Place is not null).Select(store => (store.Place!, store.Targets)));

    /// <summary>How many elements of its own type an access is behind a parameter; null where it is reached in another way.</summary>
    private static Value? Offset(DataFlow flow, Place place) => place switch
    {
        Place.Element element when IsParameter(flow, element.Pointer) => element.Index,
        Place.Dereference { Pointer: Value.Binary { Operation: Operation.Add, Arithmetic: Arithmetic.Pointer } sum } when IsParameter(flow, sum.Left) => sum.Right,
        Place.Dereference { Pointer: Value.Binary { Operation: Operation.Subtract, Arithmetic: Arithmetic.Pointer } difference } when IsParameter(flow, difference.Left) =>
            new Value.Unary(UnaryOperation.Negate, Arithmetic.Signed, difference.Right, difference.Right.Type, difference.Right.Span),
        _ => null,
    };

    private static bool IsParameter(DataFlow flow, Value pointer) => pointer switch
    {
        Value.Convert { Kind: ConversionKind.PointerCast } convert => IsParameter(flow, convert.Operand),
        Value.Load { Place: Place.Named { Variable: var variable } } => flow.Entry.Parameters.Contains(variable) && !flow.Walk.Definitions.ContainsKey(variable),
        _ => false,
    };

    private static bool IsOutside(DataFlow flow, KernelTask task, BufferContract buffer, Value index, CType element) =>
        Width(element) is > 0 and var width && Width(buffer.Element) is > 0 and var own
        && task.TestSizes.Prepend(task.ScoredSizes).All(sizes =>
            flow.Sizes.Of(index, Numbers(flow, task, sizes)) is { } at && ContractArithmetic.Integer(buffer.Count, sizes) is { } count
            && (at < 0 || at * width >= (double)count * own));

    private static Dictionary<Variable, double> Numbers(DataFlow flow, KernelTask task, Sizes sizes) =>
        flow.Entry.Parameters.Zip(task.Contract.Parameters)
            .Where(pair => sizes[pair.Second.Name] is not null)
            .ToDictionary(pair => pair.First, pair => (double)sizes[pair.Second.Name]!.Value);

    private static int Width(CType type) => type switch
    {
        CType.Integer integer => integer.WidthInBits / BitsInByte,
        CType.Floating floating => floating.WidthInBits / BitsInByte,
        CType.Vector vector => vector.Lanes * Width(vector.Element),
        _ => 0,
    };
}
