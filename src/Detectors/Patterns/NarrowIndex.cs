using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Patterns;

/// <summary>Counters, products and subscripts in types that hold fewer numbers than they may have to.</summary>
public sealed class NarrowIndex : PatternDetector
{
    private static readonly Rule Counter = new(
        "HV3103", Severity.Warning, "Index type too small", "{0} has {1} bits, and '{2}' may be larger; use a type as wide, such as 'size_t' or 'long'",
        "A counter must hold every value up to its end: `for (short i = 0; i < n; i++)` never ends for a large `n`, and an `int` may not count to a `long`. A product of two `int` sizes in a subscript overflows before it is "
        + "converted, unless the contract limits it (`requires((long)M * N <= INT_MAX)`). Widen the counter, or one operand before the multiplication: `(long)i * N`.");

    private static readonly Rule Subscript = new(
        "HV3107", Severity.Warning, "Subscript cut short", "the subscript is cut to {0} bits, and '{1}' may need more; keep it in an 'int' or wider",
        "A subscript that comes from data goes through a type of sixteen bits or fewer: `signed char b = value[i]; count[b]++`. What does not fit becomes another number, perhaps a negative one. "
        + "Where only the low bits are meant, say so by a mask: `value[i] & 0xff`.");

    private const int WidthOfInt = 32;
    private const int SmallWidth = 16;

    public override IEnumerable<Diagnostic> Find(InspectedKernel kernel) => Counters(kernel).Concat(Products(kernel)).Concat(Subscripts(kernel));

    private static IEnumerable<Diagnostic> Counters(InspectedKernel kernel) =>
        from loop in kernel.Nest.Loops
        let shape = loop.Shape
        where shape is { IsDecreasing: false, Index.Type: CType.Integer { WidthInBits: <= WidthOfInt } }
        let type = (CType.Integer)shape.Index.Type
        where type.WidthInBits <= SmallWidth || kernel.Callers is not null
        from comparison in KernelWalk.DescendantsAndSelf(loop.Statement.Condition!).OfType<Value.Binary>()
        where comparison.Operation is Operation.Less or Operation.LessOrEqual or Operation.NotEqual && comparison.Left.IsValueOf(shape.Index) && !Fits(kernel, comparison.Right, loop, type)
        select Counter.At(comparison.Span, $"counter '{shape.Index.Name}'", type.WidthInBits, kernel.Text(kernel.Nest.Algebra.Of(comparison.Right, loop.Order)));

    /// <summary>Whether an end is no larger than a type holds: a constant, a value of no wider type, or one that callers promise.</summary>
    private static bool Fits(InspectedKernel kernel, Value end, NestLoop loop, CType.Integer type)
    {
        var largest = (1L << (type.WidthInBits - (type.IsSigned ? 1 : 0))) - 1;
        var sum = kernel.Nest.Algebra.Of(end, loop.Order);
        return sum.Constant is { } constant ? constant <= largest : IsNarrow(Unwidened(kernel.Nest.Algebra.Resolved(end)), type.WidthInBits)
            || (sum.ConstantTerm <= 0 && sum.Products.ToList() is [{ Factor: 1, Atoms: [var only] }] && kernel.Nest.Algebra.AtomOf(only) is Variable { Type: var own } && IsWidthOf(own, type.WidthInBits))
            || kernel.Callers?.IsAtMost(sum, largest) == true;
    }

    private static bool IsNarrow(Value value, int width) => IsWidthOf(value.Type, width)
        || value is Value.Select select && IsNarrow(Unwidened(select.WhenTrue), width) && IsNarrow(Unwidened(select.WhenFalse), width)
        || value is Value.Binary { Operation: Operation.BitwiseAnd or Operation.Remainder, Right: Value.IntegerConstant };

    private static bool IsWidthOf(CType type, int width) => type is not CType.Integer { WidthInBits: var own } ? type is not CType.Pointer : own <= width;

    private static Value Unwidened(Value value) =>
        value is Value.Convert { Kind: ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.SameWidth } convert ? Unwidened(convert.Operand) : value;

    /// <summary>Products of sizes in 32 bits, in subscripts of buffers that may have more elements than that.</summary>
    private static IEnumerable<Diagnostic> Products(InspectedKernel kernel) =>
        from use in kernel.Callers is null ? [] : kernel.Uses
        where kernel.BufferOf(use.Address) is { Count: { } count } && count.Products.Any(product => product.Atoms.Count > 1) && !kernel.Callers!.IsAtMost(count, int.MaxValue)
        from product in use.At.Nodes.OfType<Place.Element>().SelectMany(element => KernelWalk.DescendantsAndSelf(kernel.Nest.Algebra.Resolved(element.Index))).OfType<Value.Binary>()
        where product is { Operation: Operation.Multiply, Type: CType.Integer { WidthInBits: <= WidthOfInt } type }
            && kernel.Nest.Algebra.Of(product, use.At.Order).Products.Any(term => term.Atoms.Count > 1)
        select Counter.At(PlaceOf(product.Span, use), "the product", ((CType.Integer)product.Type).WidthInBits, kernel.Text(kernel.Nest.Algebra.Of(product, use.At.Order)));

    private static IEnumerable<Diagnostic> Subscripts(InspectedKernel kernel) =>
        from at in kernel.Nest.Statements
        from element in at.Nodes.OfType<Place.Element>()
        from cut in KernelWalk.DescendantsAndSelf(kernel.Nest.Algebra.Resolved(element.Index)).OfType<Value.Convert>()
        where cut is { Kind: ConversionKind.Truncate, Type: CType.Integer { WidthInBits: <= SmallWidth } } && !IsMeant(kernel, cut, at)
        select Subscript.At(element.Span, ((CType.Integer)cut.Type).WidthInBits, ValuePrinter.Print(Unwidened(cut.Operand)));

    /// <summary>Whether only low bits are asked for, or no value has others.</summary>
    private static bool IsMeant(InspectedKernel kernel, Value.Convert cut, NestStatement at)
    {
        var operand = Unwidened(cut.Operand);
        var type = (CType.Integer)cut.Type;
        var (low, high) = type.IsSigned ? (-(1L << (type.WidthInBits - 1)), 1L << (type.WidthInBits - 1)) : (0L, 1L << type.WidthInBits);
        return operand is not Value.Load { Place: var place } || !MemoryAccesses.IsMemory(place)
            || (kernel.BufferOf(kernel.Nest.Algebra.AddressOf(place, at.Order)) is { } buffer && kernel.Callers!.IsInRange(buffer.Pointer, low, high));
    }

    private static TextSpan PlaceOf(TextSpan span, MemoryUse use) => span.Length > 0 ? span : use.Span;
}
