using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Sizes and places of a module's types, as the System V ABI for x86-64 lays them out.</summary>
internal sealed class Layout(Module module)
{
    private const int PointerBytes = 8;

    private readonly Dictionary<string, Declaration.Record> _records =
        module.Types.OfType<Declaration.Record>().ToDictionary(record => record.Name, StringComparer.Ordinal);

    /// <summary>Bytes of a type; null where it has no size known now, or is outside the model.</summary>
    public long? SizeOf(CType type) => type switch
    {
        CType.Array { Count: { } count } array => SizeOf(array.Element) * count,
        CType.Vector vector => SizeOf(vector.Element) * vector.Lanes,
        CType.Record record => _records.TryGetValue(record.Name, out var declaration) ? SizeOf(declaration) : null,
        _ => ScalarBytes(type),
    };

    /// <summary>Bytes between addresses at which an object of the type may lie.</summary>
    public int AlignmentOf(CType type) => type switch
    {
        CType.Array array => AlignmentOf(array.Element),
        CType.VariableArray array => AlignmentOf(array.Element),
        CType.Vector vector => vector.AlignmentInBytes,
        CType.Record record when _records.TryGetValue(record.Name, out var declaration) =>
            declaration.Fields.Select(field => AlignmentOf(field.Type)).DefaultIfEmpty(1).Max(),
        _ => (int)(ScalarBytes(type) ?? 1),
    };

    /// <summary>Where a field lies in its record; null for bit-fields and for types outside the model.</summary>
    public long? OffsetOf(CType type, string field)
    {
        if (type is not CType.Record record || !_records.TryGetValue(record.Name, out var declaration) || declaration.Fields.Any(member => member.BitWidth is not null))
        {
            return null;
        }

        var offset = 0L;
        foreach (var member in declaration.Fields)
        {
            offset = Aligned(offset, AlignmentOf(member.Type));
            if (member.Name == field)
            {
                return offset;
            }

            if (SizeOf(member.Type) is not { } size)
            {
                return null;
            }

            offset = declaration.IsUnion ? 0 : offset + size;
        }

        return null;
    }

    public IEnumerable<RecordField> FieldsOf(CType.Record record) =>
        _records.TryGetValue(record.Name, out var declaration) ? declaration.Fields : [];

    /// <summary>The sort of a scalar: pointers are 64 bits; null for what is no scalar, or has none.</summary>
    public static Sort? SortOf(CType type) => type switch
    {
        CType.Boolean => Sort.Bits(8),
        CType.Integer { WidthInBits: <= 64 } integer => Sort.Bits(integer.WidthInBits),
        CType.Enumeration enumeration => SortOf(enumeration.Underlying),
        CType.Floating { Kind: FloatingKind.Float } => Sort.Float32,
        CType.Floating { Kind: FloatingKind.Double } => Sort.Float64,
        CType.Pointer => Sort.Bits(64),
        _ => null,
    };

    public static bool IsSigned(CType type) => type switch
    {
        CType.Integer integer => integer.IsSigned,
        CType.Enumeration enumeration => IsSigned(enumeration.Underlying),
        _ => false,
    };

    private long? SizeOf(Declaration.Record record)
    {
        var (offset, alignment) = (0L, 1);
        foreach (var field in record.Fields)
        {
            if (field.BitWidth is not null || SizeOf(field.Type) is not { } size)
            {
                return null;
            }

            alignment = Math.Max(alignment, AlignmentOf(field.Type));
            offset = record.IsUnion ? Math.Max(offset, size) : Aligned(offset, AlignmentOf(field.Type)) + size;
        }

        return Aligned(offset, alignment);
    }

    private static long? ScalarBytes(CType type) => type is CType.Pointer ? PointerBytes : SortOf(type)?.Width / 8;

    private static long Aligned(long offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
