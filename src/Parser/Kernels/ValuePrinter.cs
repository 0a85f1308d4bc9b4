using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>Values and places as C: every conversion is a cast, every operation has its parentheses.</summary>
public static class ValuePrinter
{
    public static string Print(Value value) => value switch
    {
        Value.IntegerConstant constant => Integer(constant),
        Value.FloatingConstant constant => Floating(constant),
        Value.StringConstant constant => Quoted(constant.Text),
        Value.SizeOf size => string.Create(CultureInfo.InvariantCulture, $"{size.Bytes}UL"),
        Value.FunctionAddress function => function.Target.Name,
        Value.Load load => Print(load.Place),
        Value.AddressOf address => $"&{Print(address.Place)}",
        Value.Decay decay => Print(decay.Array),
        Value.Convert convert => Conversion(convert),
        Value.Unary unary => $"{Sign(unary.Operation)}{Print(unary.Operand)}",
        Value.Binary binary => $"({Print(binary.Left)} {Sign(binary.Operation)} {Print(binary.Right)})",
        Value.Select select => $"({Print(select.Condition)} ? {Print(select.WhenTrue)} : {Print(select.WhenFalse)})",
        Value.And and => $"({Print(and.Left)} && {Print(and.Right)})",
        Value.Or or => $"({Print(or.Left)} || {Print(or.Right)})",
        Value.Lane lane => $"{Primary(lane.Vector)}[{Bare(lane.Index)}]",
        Value.Aggregate aggregate => $"({CTypePrinter.Print(aggregate.Type)}){Elements(aggregate)}",
        Value.PureCall call => $"{call.Target.Name}({List(call.Arguments)})",
        Value.Unsupported unsupported => $"hv_unsupported({Quoted(unsupported.Reason)})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A value that stands alone, without parentheses around it.</summary>
    public static string Bare(Value value) => value is Value.Binary or Value.And or Value.Or or Value.Select ? Print(value)[1..^1] : Print(value);

    /// <summary>What a variable starts with; an aggregate needs no type there.</summary>
    public static string Initial(Value value) => value is Value.Aggregate aggregate ? Elements(aggregate) : Bare(value);

    public static string List(ImmutableArray<Value> values) => string.Join(", ", values.Select(Bare));

    public static string Print(Place place) => place switch
    {
        Place.Named named => named.Variable.Name,
        Place.Element element => $"{Primary(element.Pointer)}[{Bare(element.Index)}]",
        Place.Dereference dereference => $"(*{Primary(dereference.Pointer)})",
        Place.Field field => $"{Print(field.Record)}.{field.Name}",
        Place.Lane lane => $"{Print(lane.Vector)}[{Bare(lane.Index)}]",
        Place.Unsupported unsupported => $"(*hv_unsupported({Quoted(unsupported.Reason)}))",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Quoted(string text) =>
        '"' + string.Concat(text.Select(character => character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\{Convert.ToString((byte)character, 8).PadLeft(3, '0')}"),
            _ => character.ToString(),
        })) + '"';

    private static string Elements(Value.Aggregate aggregate) => $"{{{string.Join(", ", aggregate.Elements.Select(Initial))}}}";

    private static string Primary(Value value) => value is Value.Convert or Value.AddressOf or Value.Unary ? $"({Print(value)})" : Print(value);

    private static string Conversion(Value.Convert convert) => convert.Kind switch
    {
        ConversionKind.Splat => $"splat_{CTypePrinter.VectorName((CType.Vector)convert.Type)}({Bare(convert.Operand)})",
        // A view of variable extent gets it from the variable it initialises.
        ConversionKind.PointerCast when IsVariable(convert.Type) => $"(void *){Print(convert.Operand)}",
        _ => $"({CTypePrinter.Print(convert.Type)}){Print(convert.Operand)}",
    };

    private static bool IsVariable(CType type) => type switch
    {
        CType.VariableArray => true,
        CType.Array array => IsVariable(array.Element),
        CType.Pointer pointer => IsVariable(pointer.Pointee),
        _ => false,
    };

    private static string Integer(Value.IntegerConstant constant)
    {
        if (BigInteger.Abs(constant.Number) > ulong.MaxValue)
        {
            var bits = constant.Number & ((BigInteger.One << 128) - 1);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"({CTypePrinter.Print(constant.Type)})((unsigned __int128){bits >> 64}ULL << 64 | {bits & ulong.MaxValue}ULL)");
        }

        var digits = BigInteger.Abs(constant.Number).ToString(CultureInfo.InvariantCulture);
        var (prefix, suffix) = constant.Type is CType.Integer integer ? Marks(integer) : ($"({CTypePrinter.Print(constant.Type)})", "");
        var isLowest = constant.Type is CType.Integer { IsSigned: true } signed && constant.Number == -(BigInteger.One << (signed.WidthInBits - 1));
        return isLowest ? $"{prefix}(-{BigInteger.Abs(constant.Number) - 1}{suffix} - 1{suffix})"
            : constant.Number.Sign < 0 ? $"{prefix}(-{digits}{suffix})"
            : $"{prefix}{digits}{suffix}";
    }

    private static (string Prefix, string Suffix) Marks(CType.Integer integer) => integer.Kind switch
    {
        IntegerKind.Int => ("", ""),
        IntegerKind.UnsignedInt => ("", "U"),
        IntegerKind.Long => ("", "L"),
        IntegerKind.UnsignedLong => ("", "UL"),
        IntegerKind.LongLong => ("", "LL"),
        IntegerKind.UnsignedLongLong => ("", "ULL"),
        _ => ($"({CTypePrinter.Print(integer)})", ""),
    };

    private static string Floating(Value.FloatingConstant constant)
    {
        var isFloat = constant.Type is CType.Floating { Kind: FloatingKind.Float };
        if (!double.IsFinite(constant.Number))
        {
            return $"{(constant.Number < 0 ? "-" : "")}__builtin_{(double.IsNaN(constant.Number) ? "nan" : "inf")}{(isFloat ? "f" : "")}({(double.IsNaN(constant.Number) ? "\"\"" : "")})";
        }

        var digits = isFloat
            ? ((float)constant.Number).ToString("R", CultureInfo.InvariantCulture)
            : constant.Number.ToString("R", CultureInfo.InvariantCulture);
        var number = digits.Contains('.') || digits.Contains('E') ? digits : $"{digits}.0";
        return isFloat ? $"{number}f" : number;
    }

    private static string Sign(UnaryOperation operation) => operation switch
    {
        UnaryOperation.Negate => "- ",
        UnaryOperation.BitwiseNot => "~",
        _ => "!",
    };

    private static string Sign(Operation operation) => operation switch
    {
        Operation.Add => "+",
        Operation.Subtract or Operation.Difference => "-",
        Operation.Multiply => "*",
        Operation.Divide => "/",
        Operation.Remainder => "%",
        Operation.ShiftLeft => "<<",
        Operation.ShiftRight => ">>",
        Operation.BitwiseAnd => "&",
        Operation.BitwiseOr => "|",
        Operation.BitwiseXor => "^",
        Operation.Less => "<",
        Operation.LessOrEqual => "<=",
        Operation.Greater => ">",
        Operation.GreaterOrEqual => ">=",
        Operation.Equal => "==",
        _ => "!=",
    };
}
