using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    /// <summary>The number system of a type; null where there is no arithmetic.</summary>
    private static Arithmetic? ArithmeticOf(CType type) => type switch
    {
        CType.Integer integer => integer.IsSigned ? Arithmetic.Signed : Arithmetic.Unsigned,
        CType.Boolean => Arithmetic.Unsigned,
        CType.Floating => Arithmetic.Floating,
        CType.Pointer => Arithmetic.Pointer,
        CType.Enumeration enumeration => ArithmeticOf(enumeration.Underlying),
        CType.Vector vector => ArithmeticOf(vector.Element),
        _ => null,
    };

    private static Operation? OperationOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Multiply => Operation.Multiply,
        BinaryOperator.Divide => Operation.Divide,
        BinaryOperator.Remainder => Operation.Remainder,
        BinaryOperator.Add => Operation.Add,
        BinaryOperator.Subtract => Operation.Subtract,
        BinaryOperator.ShiftLeft => Operation.ShiftLeft,
        BinaryOperator.ShiftRight => Operation.ShiftRight,
        BinaryOperator.Less => Operation.Less,
        BinaryOperator.Greater => Operation.Greater,
        BinaryOperator.LessOrEqual => Operation.LessOrEqual,
        BinaryOperator.GreaterOrEqual => Operation.GreaterOrEqual,
        BinaryOperator.Equal => Operation.Equal,
        BinaryOperator.NotEqual => Operation.NotEqual,
        BinaryOperator.BitwiseAnd => Operation.BitwiseAnd,
        BinaryOperator.BitwiseXor => Operation.BitwiseXor,
        BinaryOperator.BitwiseOr => Operation.BitwiseOr,
        _ => null,
    };

    /// <summary>
    /// An operation in the number system of its left operand, once a pointer offset has its pointer on the left and
    /// operands of different types have met in the vector or wider one.
    /// </summary>
    private Value Combined(BinaryOperator binary, Value left, Value right, Expression origin)
    {
        if (binary == BinaryOperator.Add && right.Type is CType.Pointer)
        {
            (left, right) = (right, left);
        }

        left = left.Type is not CType.Vector && right.Type is CType.Vector ? Converted(left, right.Type, origin) : left;
        right = left.Type is CType.Vector && right.Type is not CType.Vector ? Converted(right, left.Type, origin) : AsLanesOf(left, right, origin);
        if (left is Value.Unsupported)
        {
            return left with { Type = origin.Type };
        }

        return ArithmeticOf(left.Type) is { } arithmetic && OperationOf(binary) is { } operation
            ? new Value.Binary(
                IsDifference(operation, left, right) ? Operation.Difference : operation,
                arithmetic, left, right, left.Type, ResultOf(operation, left, right, origin.Type), origin.Span)
            : UnsupportedValue(origin, $"arithmetic on type '{CTypePrinter.Print(left.Type)}'");
    }

    /// <summary>The compiler repeats a shift count in lanes of the count's own type; C with vectors wants lanes of one type.</summary>
    private Value AsLanesOf(Value left, Value right, Expression origin) =>
        left.Type is CType.Vector vector && right is Value.Convert { Kind: ConversionKind.Splat } splat && !splat.Type.Equals(vector.Unqualified)
            ? Converted(splat.Operand, vector, origin)
            : right;

    private static bool IsDifference(Operation operation, Value left, Value right) =>
        operation == Operation.Subtract && left.Type is CType.Pointer && right.Type is CType.Pointer;

    /// <summary>A compound assignment's operation has a type of its own: that of its operands.</summary>
    private static CType ResultOf(Operation operation, Value left, Value right, CType written) =>
        operation is >= Operation.Less and <= Operation.NotEqual || IsDifference(operation, left, right) ? written.Unqualified : left.Type;
}
