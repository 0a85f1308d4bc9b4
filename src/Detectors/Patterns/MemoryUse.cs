using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Patterns;

/// <summary>One place that reads or writes memory.</summary>
/// <param name="Address">Of its first element, in elements.</param>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="Elements">How many consecutive elements it touches; 1 where they are not consecutive.</param>
/// <param name="BytesOfElement">The size of one.</param>
/// <param name="IsOptional">Whether a mask or a choice inside of the statement decides whether it touches them.</param>
/// <param name="AlignmentInBytes">What the access demands beyond the alignment of an element; null where it demands nothing.</param>
/// <param name="At">The statement it is in.</param>
/// <param name="Span">Where.</param>
public sealed record MemoryUse(Polynomial Address, bool IsWrite, int Elements, int BytesOfElement, bool IsOptional, int? AlignmentInBytes, NestStatement At, TextSpan Span)
{
    private const int BitsOfByte = 8;

    public static IEnumerable<MemoryUse> In(KernelNest nest) => nest.Statements.SelectMany(at => In(nest, at));

    private static IEnumerable<MemoryUse> In(KernelNest nest, NestStatement at)
    {
        foreach (var (node, isOptional) in Nodes(at))
        {
            var use = node switch
            {
                Value.Load load when MemoryAccesses.IsMemory(load.Place) => OfPlace(nest, load.Place, false, isOptional, at),
                Value.PureCall { Target.Origin: not SymbolOrigin.Kernel, Type: CType.Vector } call => OfInstruction(nest, call.Target, call.Arguments, false, isOptional, at, call.Span),
                _ => null,
            };
            if (use is not null)
            {
                yield return use;
            }
        }

        var written = at.Statement switch
        {
            KernelStatement.Assign assign when MemoryAccesses.IsMemory(assign.Target) => OfPlace(nest, assign.Target, true, false, at),
            KernelStatement.Call { Target.Origin: not SymbolOrigin.Kernel } call when Instruction.IsStore(call.Target) =>
                OfInstruction(nest, call.Target, call.Arguments, true, false, at, call.Span),
            _ => null,
        };
        if (written is not null)
        {
            yield return written;
        }
    }

    /// <summary>The nodes of a statement, and whether a choice inside of it decides whether they are computed.</summary>
    private static IEnumerable<(object Node, bool IsOptional)> Nodes(NestStatement at)
    {
        if (!at.Nodes.Any(node => node is Value.Select or Value.And or Value.Or))
        {
            return at.Nodes.Select(node => (node, false));
        }

        var chosen = at.Nodes.SelectMany(node => node switch
        {
            Value.Select select => [select.WhenTrue, select.WhenFalse],
            Value.And and => [and.Right],
            Value.Or or => [or.Right],
            _ => (IEnumerable<Value>)[],
        }).SelectMany(KernelWalk.DescendantsAndSelf).ToHashSet(ReferenceEqualityComparer.Instance);
        return at.Nodes.Select(node => (node, chosen.Contains(node)));
    }

    /// <summary>A copy of a vector from or to memory may be a call of <c>memcpy</c>, which demands nothing; only a cast pointer does.</summary>
    private static bool IsCast(Place place) => place switch
    {
        Place.Dereference dereference => dereference.Pointer is Value.Convert { Kind: ConversionKind.PointerCast },
        Place.Element element => element.Pointer is Value.Convert { Kind: ConversionKind.PointerCast },
        _ => false,
    };

    private static MemoryUse? OfPlace(KernelNest nest, Place place, bool isWrite, bool isOptional, NestStatement at)
    {
        if (BytesOf(place.Type) is not { } bytes || place is Place.Lane or Place.Field)
        {
            return null;
        }

        if (place.Type is not CType.Vector vector)
        {
            return new(nest.Algebra.AddressOf(place, at.Order), isWrite, 1, bytes, isOptional, null, at, place.Span);
        }

        // An index into vectors counts vectors; only an address without one is in elements.
        return place is Place.Dereference or Place.Element { Index: Value.IntegerConstant { Number.IsZero: true } } && BytesOf(vector.Element) is { } ofElement
            ? new(nest.Algebra.AddressOf(place, at.Order), isWrite, vector.Lanes, ofElement, isOptional, IsCast(place) && vector.AlignmentInBytes > ofElement ? vector.AlignmentInBytes : null, at, place.Span)
            : null;
    }

    private static MemoryUse? OfInstruction(
        KernelNest nest, Symbol target, IEnumerable<Value> arguments, bool isWrite, bool isOptional, NestStatement at, TextSpan span)
    {
        if (MemoryAccesses.AddressIn([.. arguments]) is not { } address || Instruction.Of(target) is not { IsPrefetch: false } instruction)
        {
            return null;
        }

        var vector = Instruction.VectorsOf(target).LastOrDefault();
        var ofElement = vector is null ? null : BytesOf(vector.Element);
        if (vector is null || ofElement is null || !(instruction.IsVectorMove || instruction.IsNonTemporalStore))
        {
            return null;
        }

        var isWhole = !instruction.IsOfOneNumber;
        return new(
            nest.Algebra.Of(address, at.Order), isWrite, isWhole ? vector.Lanes : 1, ofElement.Value, isOptional || instruction.IsMasked,
            instruction.IsAlignedMove || (instruction.IsNonTemporalStore && isWhole) ? vector.Lanes * ofElement.Value : null, at, span);
    }

    private static int? BytesOf(CType type) => type switch
    {
        CType.Integer integer => integer.WidthInBits / BitsOfByte,
        CType.Floating floating => floating.WidthInBits / BitsOfByte,
        CType.Vector vector => BytesOf(vector.Element) * vector.Lanes,
        CType.Pointer => sizeof(long),
        _ => null,
    };
}
