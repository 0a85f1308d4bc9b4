using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>Questions about written expressions that lowering keeps asking.</summary>
internal static class SyntaxParts
{
    /// <summary>The expression below the conversions the compiler added.</summary>
    public static Expression Unconverted(Expression expression)
    {
        while (expression is Expression.Cast { IsImplicit: true } cast)
        {
            expression = cast.Operand;
        }

        return expression;
    }

    /// <summary>The variable a place is part of, found without following a pointer; null for memory behind one.</summary>
    public static Symbol? RootOf(Expression place)
    {
        while (true)
        {
            switch (place)
            {
                case Expression.Reference { Symbol.Kind: SymbolKind.Variable or SymbolKind.Parameter } reference:
                    return reference.Symbol;
                case Expression.Member { IsArrow: false } member:
                    place = member.Base;
                    break;
                case Expression.Subscript subscript when Unconverted(subscript.Base) is { Type: not CType.Pointer } array:
                    place = array;
                    break;
                default:
                    return null;
            }
        }
    }

    public static bool IsIncrement(UnaryOperator unary) =>
        unary is UnaryOperator.PreIncrement or UnaryOperator.PreDecrement or UnaryOperator.PostIncrement or UnaryOperator.PostDecrement;
}
