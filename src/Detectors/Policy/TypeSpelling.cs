using System.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A type in C's words, without qualifiers.</summary>
internal static class TypeSpelling
{
    public static string Of(CType type) => type switch
    {
        CType.Void => "void",
        CType.Boolean => "_Bool",
        CType.Integer integer => Of(integer.Kind),
        CType.Floating floating => Of(floating.Kind),
        CType.Complex complex => $"{Of(complex.Component)} _Complex",
        CType.Pointer { Pointee: CType.Pointer } pointer => $"{Of(pointer.Pointee)}*",
        CType.Pointer { Pointee: CType.Array or CType.VariableArray } pointer => Of(pointer.Pointee).Replace(" [", " (*)[", StringComparison.Ordinal),
        CType.Pointer pointer => $"{Of(pointer.Pointee)} *",
        CType.Array array => $"{Of(array.Element)} [{array.Count}]",
        CType.VariableArray array => $"{Of(array.Element)} [*]",
        CType.Vector vector => $"vector of {vector.Lanes} {Of(vector.Element)}",
        CType.Function function => $"{Of(function.Result)} ({string.Join(", ", function.Parameters.Select(Of))})",
        CType.Record record => $"{(record.IsUnion ? "union" : "struct")} {record.Name}",
        CType.Enumeration enumeration => $"enum {enumeration.Name}",
        CType.Unsupported unsupported => unsupported.Spelling,
        _ => throw new UnreachableException(),
    };

    private static string Of(IntegerKind kind) => kind switch
    {
        IntegerKind.Char => "char",
        IntegerKind.SignedChar => "signed char",
        IntegerKind.UnsignedChar => "unsigned char",
        IntegerKind.Short => "short",
        IntegerKind.UnsignedShort => "unsigned short",
        IntegerKind.Int => "int",
        IntegerKind.UnsignedInt => "unsigned int",
        IntegerKind.Long => "long",
        IntegerKind.UnsignedLong => "unsigned long",
        IntegerKind.LongLong => "long long",
        IntegerKind.UnsignedLongLong => "unsigned long long",
        IntegerKind.Int128 => "__int128",
        IntegerKind.UnsignedInt128 => "unsigned __int128",
        _ => throw new UnreachableException(),
    };

    private static string Of(FloatingKind kind) => kind switch
    {
        FloatingKind.Half => "_Float16",
        FloatingKind.Float => "float",
        FloatingKind.Double => "double",
        FloatingKind.LongDouble => "long double",
        FloatingKind.Quad => "_Float128",
        _ => throw new UnreachableException(),
    };
}
