using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXTypeKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private const int BitsPerByte = 8;

    private readonly Dictionary<nint, CType> _types = [];
    private readonly Dictionary<CXCursor, string> _tags = [];
    private readonly HashSet<string> _takenTags = [];

    private CType TypeOf(CXCursor cursor) => TypeOf(cursor.Type);

    private CType TypeOf(CXType type)
    {
        var key = (nint)type.data[0];
        if (!_types.TryGetValue(key, out var known))
        {
            var canonical = type.CanonicalType;
            known = (nint)canonical.data[0] == key ? Convert(canonical) : Aligned(TypeOf(canonical), type);
            _types[key] = known;
        }

        return known;
    }

    /// <summary>
    /// The alignment that a typedef asks for belongs to it and not to the type behind it. Vectors have one; a scalar that
    /// is promised to be aligned better than its type is not modelled.
    /// </summary>
    private static CType Aligned(CType known, CXType type)
    {
        switch (known)
        {
            case CType.Vector vector:
                return type.AlignOf is > 0 and var alignment ? vector with { AlignmentInBytes = (int)alignment } : vector;
            case CType.Pointer { Pointee: CType.Vector or CType.Pointer } pointer when type.kind == CXType_Pointer:
                return pointer with { Pointee = Aligned(pointer.Pointee, clang.getPointeeType(type)) };
            case CType.Array { Element: CType.Vector } array when type.kind is CXType_ConstantArray or CXType_IncompleteArray:
                return array with { Element = Aligned(array.Element, type.ArrayElementType) };
            case CType.Integer or CType.Floating when type.kind is CXType_Typedef or CXType_Elaborated && type.AlignOf > type.CanonicalType.AlignOf:
                return new CType.Unsupported(Cursors.Spelling(type), known.Qualifiers);
            default:
                return known;
        }
    }

    private CType Convert(CXType type)
    {
        var qualifiers = QualifiersOf(type);
        return type.kind switch
        {
            CXType_Void => new CType.Void(qualifiers),
            CXType_Bool => new CType.Boolean(qualifiers),
            CXType_Char_S or CXType_Char_U => IntegerType(IntegerKind.Char, type, type.kind == CXType_Char_S),
            CXType_SChar => IntegerType(IntegerKind.SignedChar, type, true),
            CXType_UChar => IntegerType(IntegerKind.UnsignedChar, type, false),
            CXType_Short => IntegerType(IntegerKind.Short, type, true),
            CXType_UShort => IntegerType(IntegerKind.UnsignedShort, type, false),
            CXType_Int => IntegerType(IntegerKind.Int, type, true),
            CXType_UInt => IntegerType(IntegerKind.UnsignedInt, type, false),
            CXType_Long => IntegerType(IntegerKind.Long, type, true),
            CXType_ULong => IntegerType(IntegerKind.UnsignedLong, type, false),
            CXType_LongLong => IntegerType(IntegerKind.LongLong, type, true),
            CXType_ULongLong => IntegerType(IntegerKind.UnsignedLongLong, type, false),
            CXType_Int128 => IntegerType(IntegerKind.Int128, type, true),
            CXType_UInt128 => IntegerType(IntegerKind.UnsignedInt128, type, false),
            CXType_Half or CXType_Float16 => FloatingType(FloatingKind.Half, type),
            CXType_Float => FloatingType(FloatingKind.Float, type),
            CXType_Double => FloatingType(FloatingKind.Double, type),
            CXType_LongDouble => FloatingType(FloatingKind.LongDouble, type),
            CXType_Float128 => FloatingType(FloatingKind.Quad, type),
            CXType_Complex => new CType.Complex(TypeOf(clang.getElementType(type)), qualifiers),
            CXType_Pointer => new CType.Pointer(TypeOf(clang.getPointeeType(type)), qualifiers),
            CXType_ConstantArray => new CType.Array(ElementType(type, qualifiers), type.ArraySize, qualifiers),
            CXType_IncompleteArray => new CType.Array(ElementType(type, qualifiers), null, qualifiers),
            CXType_VariableArray => new CType.VariableArray(ElementType(type, qualifiers), qualifiers),
            CXType_Vector or CXType_ExtVector =>
                new CType.Vector(TypeOf(clang.getElementType(type)), (int)type.NumElements, (int)type.AlignOf, qualifiers),
            CXType_FunctionProto or CXType_FunctionNoProto => FunctionType(type, qualifiers),
            CXType_Record => new CType.Record(TagOf(clang.getTypeDeclaration(type)), clang.getTypeDeclaration(type).Kind == CXCursorKind.CXCursor_UnionDecl, qualifiers),
            CXType_Enum => new CType.Enumeration(
                TagOf(clang.getTypeDeclaration(type)), TypeOf(clang.getTypeDeclaration(type).EnumDecl_IntegerType), qualifiers),
            CXType_Atomic => TypeOf(type.ValueType) with { Qualifiers = qualifiers | Qualifiers.Atomic },
            _ => new CType.Unsupported(Cursors.Spelling(type), qualifiers),
        };
    }

    /// <summary>
    /// The name of a record or enumeration, one for each: types without a name of their own, and those that share one with
    /// a type of another scope, get one that is free.
    /// </summary>
    private string TagOf(CXCursor declaration)
    {
        var canonical = clang.getCanonicalCursor(declaration);
        if (!_tags.TryGetValue(canonical, out var tag))
        {
            var name = Cursors.Name(canonical);
            tag = IsIdentifier(name) ? name : "unnamed";
            for (var suffix = 1; !_takenTags.Add(tag); suffix++)
            {
                tag = $"{(IsIdentifier(name) ? name : "unnamed")}_{suffix}";
            }

            _tags[canonical] = tag;
        }

        return tag;
    }

    private static bool IsIdentifier(string name) => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>The compiler keeps the qualifiers of the elements with the array; both have them (C17 6.7.3p9).</summary>
    private CType ElementType(CXType array, Qualifiers qualifiers) => Qualified(TypeOf(array.ArrayElementType), qualifiers);

    private static CType Qualified(CType type, Qualifiers qualifiers) => type switch
    {
        CType.Array array => array with { Element = Qualified(array.Element, qualifiers), Qualifiers = array.Qualifiers | qualifiers },
        CType.VariableArray array => array with { Element = Qualified(array.Element, qualifiers), Qualifiers = array.Qualifiers | qualifiers },
        _ => type with { Qualifiers = type.Qualifiers | qualifiers },
    };

    private CType.Function FunctionType(CXType type, Qualifiers qualifiers)
    {
        var count = Math.Max(0, type.NumArgTypes);
        var parameters = Enumerable.Range(0, count).Select(index => TypeOf(type.GetArgType((uint)index)));
        return new(TypeOf(type.ResultType), [.. parameters], type.kind == CXType_FunctionProto && type.IsFunctionTypeVariadic, qualifiers);
    }

    private static CType.Integer IntegerType(IntegerKind kind, CXType type, bool isSigned) =>
        new(kind, (int)type.SizeOf * BitsPerByte, isSigned, QualifiersOf(type));

    private static CType.Floating FloatingType(FloatingKind kind, CXType type) =>
        new(kind, (int)type.SizeOf * BitsPerByte, QualifiersOf(type));

    private static Qualifiers QualifiersOf(CXType type) =>
        (type.IsConstQualified ? Qualifiers.Const : Qualifiers.None)
        | (type.IsVolatileQualified ? Qualifiers.Volatile : Qualifiers.None)
        | (type.IsRestrictQualified ? Qualifiers.Restrict : Qualifiers.None);
}
