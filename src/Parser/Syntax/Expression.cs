using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>The unary operators of C; increments and decrements change their operand.</summary>
public enum UnaryOperator
{
    Plus,
    Minus,
    BitwiseNot,
    LogicalNot,
    Dereference,
    AddressOf,
    PreIncrement,
    PreDecrement,
    PostIncrement,
    PostDecrement,
    Extension,
}

/// <summary>The binary operators of C that change nothing.</summary>
public enum BinaryOperator
{
    Multiply,
    Divide,
    Remainder,
    Add,
    Subtract,
    ShiftLeft,
    ShiftRight,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    Equal,
    NotEqual,
    BitwiseAnd,
    BitwiseXor,
    BitwiseOr,
    LogicalAnd,
    LogicalOr,
    Comma,
}

/// <summary>An expression as it was written, with the type the compiler gave it; implicit conversions are nodes.</summary>
public abstract record Expression(CType Type, TextSpan Span)
{
    public sealed record IntegerLiteral(BigInteger Value, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary>A floating constant; one of type <c>long double</c> is rounded, and says so by its type.</summary>
    public sealed record FloatingLiteral(double Value, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary>A constant times the imaginary unit.</summary>
    public sealed record ImaginaryLiteral(Expression Part, CType Type, TextSpan Span) : Expression(Type, Span);

    public sealed record StringLiteral(string Value, CType Type, TextSpan Span) : Expression(Type, Span);

    public sealed record Reference(Symbol Symbol, CType Type, TextSpan Span) : Expression(Type, Span);

    public sealed record Unary(UnaryOperator Operator, Expression Operand, CType Type, TextSpan Span) : Expression(Type, Span);

    public sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right, CType Type, TextSpan Span)
        : Expression(Type, Span);

    /// <summary><c>target = value</c>, or <c>target op= value</c> computed in <paramref name="OperationType"/>.</summary>
    public sealed record Assignment(
        BinaryOperator? Operator, Expression Target, Expression Value, CType OperationType, CType Type, TextSpan Span)
        : Expression(Type, Span);

    public sealed record Conditional(Expression Condition, Expression WhenTrue, Expression WhenFalse, CType Type, TextSpan Span)
        : Expression(Type, Span);

    public sealed record Call(Expression Callee, ImmutableArray<Expression> Arguments, CType Type, TextSpan Span)
        : Expression(Type, Span)
    {
        /// <summary>The function named at the call; null when the callee is computed.</summary>
        public Symbol? Target => Strip(Callee) is Reference { Symbol: { Kind: SymbolKind.Function } symbol } ? symbol : null;

        private static Expression Strip(Expression callee) => callee switch
        {
            Cast { IsImplicit: true } cast => Strip(cast.Operand),
            Unary { Operator: UnaryOperator.AddressOf or UnaryOperator.Dereference } unary => Strip(unary.Operand),
            _ => callee,
        };
    }

    /// <summary><c>base[index]</c>; a vector base selects a lane.</summary>
    public sealed record Subscript(Expression Base, Expression Index, CType Type, TextSpan Span) : Expression(Type, Span);

    public sealed record Member(Expression Base, string Field, bool IsArrow, CType Type, TextSpan Span) : Expression(Type, Span)
    {
        /// <summary>Whether the field has a width in bits; then its type says too much of its values.</summary>
        public bool IsBitField { get; init; }
    }

    /// <summary>A conversion to <see cref="Expression.Type"/>, written or implied.</summary>
    public sealed record Cast(Expression Operand, bool IsImplicit, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary>
    /// A braced initializer. Designators and elided braces are resolved (C17 6.7.9): of an array, record or vector the
    /// elements are the first parts in order, and of a union the first member; what is left out is zero.
    /// </summary>
    public sealed record InitializerList(ImmutableArray<Expression> Elements, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary>A part between others for which a braced initializer holds nothing: all its bits are zero.</summary>
    public sealed record ImplicitZero(CType Type, TextSpan Span) : Expression(Type, Span);

    public sealed record CompoundLiteral(Expression Initializer, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary><c>sizeof</c> or <c>_Alignof</c> of a type of known size, in bytes.</summary>
    public sealed record SizeOf(long Bytes, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary>GNU <c>({ … })</c>.</summary>
    public sealed record StatementExpression(Statement Body, CType Type, TextSpan Span) : Expression(Type, Span);

    /// <summary>C outside the model: says what it is, so that nobody mistakes it for something understood.</summary>
    public sealed record Unsupported(string Reason, ImmutableArray<Expression> Parts, CType Type, TextSpan Span)
        : Expression(Type, Span);
}
