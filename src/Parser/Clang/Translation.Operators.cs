using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXBinaryOperatorKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private static BinaryOperator? OperatorOf(CXBinaryOperatorKind kind) => kind switch
    {
        CXBinaryOperator_Mul => BinaryOperator.Multiply,
        CXBinaryOperator_Div => BinaryOperator.Divide,
        CXBinaryOperator_Rem => BinaryOperator.Remainder,
        CXBinaryOperator_Add => BinaryOperator.Add,
        CXBinaryOperator_Sub => BinaryOperator.Subtract,
        CXBinaryOperator_Shl => BinaryOperator.ShiftLeft,
        CXBinaryOperator_Shr => BinaryOperator.ShiftRight,
        CXBinaryOperator_LT => BinaryOperator.Less,
        CXBinaryOperator_GT => BinaryOperator.Greater,
        CXBinaryOperator_LE => BinaryOperator.LessOrEqual,
        CXBinaryOperator_GE => BinaryOperator.GreaterOrEqual,
        CXBinaryOperator_EQ => BinaryOperator.Equal,
        CXBinaryOperator_NE => BinaryOperator.NotEqual,
        CXBinaryOperator_And => BinaryOperator.BitwiseAnd,
        CXBinaryOperator_Xor => BinaryOperator.BitwiseXor,
        CXBinaryOperator_Or => BinaryOperator.BitwiseOr,
        CXBinaryOperator_LAnd => BinaryOperator.LogicalAnd,
        CXBinaryOperator_LOr => BinaryOperator.LogicalOr,
        CXBinaryOperator_Comma => BinaryOperator.Comma,
        _ => null,
    };

    private static BinaryOperator? CompoundOperatorOf(CXBinaryOperatorKind kind) => kind switch
    {
        CXBinaryOperator_MulAssign => BinaryOperator.Multiply,
        CXBinaryOperator_DivAssign => BinaryOperator.Divide,
        CXBinaryOperator_RemAssign => BinaryOperator.Remainder,
        CXBinaryOperator_AddAssign => BinaryOperator.Add,
        CXBinaryOperator_SubAssign => BinaryOperator.Subtract,
        CXBinaryOperator_ShlAssign => BinaryOperator.ShiftLeft,
        CXBinaryOperator_ShrAssign => BinaryOperator.ShiftRight,
        CXBinaryOperator_AndAssign => BinaryOperator.BitwiseAnd,
        CXBinaryOperator_XorAssign => BinaryOperator.BitwiseXor,
        CXBinaryOperator_OrAssign => BinaryOperator.BitwiseOr,
        _ => null,
    };
}
