using System.Globalization;
using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>Types as C spells them. A vector type is named after its element and lanes: <c>double8</c>.</summary>
public static class CTypePrinter
{
    public static string Print(CType type) => Declare(type, "");

    /// <summary>The declaration of a name; extents of variable-length arrays are taken from the list, outermost first.</summary>
    public static string Declare(CType type, string name, params IEnumerable<string> extents)
    {
        var remaining = new Queue<string>(extents);
        return Declarator(type, name, remaining);
    }

    /// <summary>A type's name made of letters and digits only; one that is aligned in another way than usual says so.</summary>
    public static string VectorName(CType.Vector vector)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Print(vector.Element.Unqualified).Replace(' ', '_')}{vector.Lanes}");
        var isUsual = vector.Element is not (CType.Integer or CType.Floating) || vector.AlignmentInBytes == UsualAlignment(vector);
        return isUsual ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_a{vector.AlignmentInBytes}");
    }

    private static int UsualAlignment(CType.Vector vector)
    {
        var bits = vector.Element is CType.Integer integer ? integer.WidthInBits : ((CType.Floating)vector.Element).WidthInBits;
        return (int)BitOperations.RoundUpToPowerOf2((uint)(vector.Lanes * bits / 8));
    }

    private static string Declarator(CType type, string inner, Queue<string> extents) => type switch
    {
        CType.Pointer pointer => Declarator(
            pointer.Pointee, Bracketed(pointer.Pointee, $"*{Words(pointer.Qualifiers)}{inner}"), extents),
        CType.Array array => Declarator(array.Element, string.Create(CultureInfo.InvariantCulture, $"{inner}[{array.Count}]"), extents),
        CType.VariableArray array => Declarator(array.Element, $"{inner}[{(extents.TryDequeue(out var extent) ? extent : "*")}]", extents),
        CType.Function function => Declarator(function.Result, $"{inner}({Parameters(function)})", extents),
        _ => $"{Words(type.Qualifiers)}{Base(type)}{(inner.Length > 0 ? " " : "")}{inner}",
    };

    private static string Bracketed(CType pointee, string inner) =>
        pointee is CType.Array or CType.VariableArray or CType.Function ? $"({inner})" : inner;

    private static string Parameters(CType.Function function)
    {
        var parameters = function.Parameters.Select(Print);
        var all = string.Join(", ", function.IsVariadic ? parameters.Append("...") : parameters);
        return all.Length > 0 ? all : "void";
    }

    private static string Words(Qualifiers qualifiers) =>
        (qualifiers.HasFlag(Qualifiers.Const) ? "const " : "")
        + (qualifiers.HasFlag(Qualifiers.Volatile) ? "volatile " : "")
        + (qualifiers.HasFlag(Qualifiers.Restrict) ? "restrict " : "")
        + (qualifiers.HasFlag(Qualifiers.Atomic) ? "_Atomic " : "");

    private static string Base(CType type) => type switch
    {
        CType.Void => "void",
        CType.Boolean => "_Bool",
        CType.Integer integer => IntegerName(integer.Kind),
        CType.Floating floating => floating.Kind switch
        {
            FloatingKind.Half => "_Float16",
            FloatingKind.Float => "float",
            FloatingKind.Double => "double",
            FloatingKind.LongDouble => "long double",
            _ => "__float128",
        },
        CType.Complex complex => $"_Complex {Print(complex.Component)}",
        CType.Vector vector => VectorName(vector),
        CType.Record record => $"{(record.IsUnion ? "union" : "struct")} {record.Name}",
        CType.Enumeration enumeration => enumeration.Name.Length > 0 ? $"enum {enumeration.Name}" : Print(enumeration.Underlying),
        CType.Unsupported unsupported => unsupported.Spelling,
        _ => "?",
    };

    private static string IntegerName(IntegerKind kind) => kind switch
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
        _ => "unsigned __int128",
    };
}
