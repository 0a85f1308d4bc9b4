using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Clang;

/// <summary>An object with parts that a braced initializer fills one by one: an array, a record or a vector.</summary>
internal sealed class InitializedObject
{
    private readonly List<CXCursor> _fields = [];

    private InitializedObject(CXType type) => Type = type;

    public CXType Type { get; }

    /// <summary>How many parts an initializer without designators can reach.</summary>
    public long Count { get; private init; }

    /// <summary>What has been said of the parts so far: an expression, or an object whose own parts are.</summary>
    public SortedDictionary<long, (Expression? Value, InitializedObject? Parts)> Filled { get; } = [];

    /// <summary>An object of the type, with nothing filled; null for scalars.</summary>
    public static InitializedObject? Of(CXType type)
    {
        var canonical = type.CanonicalType;
        switch (canonical.kind)
        {
            case CXTypeKind.CXType_ConstantArray:
                return new(canonical) { Count = canonical.ArraySize };
            case CXTypeKind.CXType_Vector or CXTypeKind.CXType_ExtVector:
                return new(canonical) { Count = canonical.NumElements };
            case CXTypeKind.CXType_Record:
                return OfRecord(canonical);
            default:
                return null;
        }
    }

    /// <summary>Unnamed bit-fields take no initializer.</summary>
    private static InitializedObject OfRecord(CXType type)
    {
        var declaration = clang.getTypeDeclaration(type);
        var fields = Cursors.Members(declaration).Where(member => Cursors.IsUnnamedMember(member) || Cursors.Name(member).Length > 0).ToList();
        var made = new InitializedObject(type)
        {
            Count = declaration.Kind == CXCursorKind.CXCursor_UnionDecl ? Math.Min(1, fields.Count) : fields.Count,
        };
        made._fields.AddRange(fields);
        return made;
    }

    public CXType TypeOfPart(long index) => Type.kind switch
    {
        CXTypeKind.CXType_ConstantArray => Type.ArrayElementType,
        CXTypeKind.CXType_Record => _fields[(int)index].Type,
        _ => clang.getElementType(Type),
    };

    /// <summary>The part a field designator names; null where that is none, inside an unnamed member, or a member of a union other than the first.</summary>
    public long? IndexOf(string field)
    {
        var index = _fields.FindIndex(candidate => Cursors.Name(candidate) == field);
        return index >= 0 && index < Count ? index : null;
    }

    /// <summary>The object that a part is, for its own parts to be filled; null where it is scalar or has a value already.</summary>
    public InitializedObject? Enter(long index)
    {
        if (Filled.TryGetValue(index, out var known))
        {
            return known.Parts;
        }

        var part = Of(TypeOfPart(index));
        if (part is not null)
        {
            Filled[index] = (null, part);
        }

        return part;
    }
}
