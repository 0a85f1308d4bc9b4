namespace HpcVerify.Parser.Kernels;

/// <summary>What an operation computes; <see cref="Arithmetic"/> says in which number system.</summary>
public enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    ShiftLeft,
    ShiftRight,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,

    /// <summary>The number of elements between two pointers into one array.</summary>
    Difference,
}

/// <summary>An operation of one operand.</summary>
public enum UnaryOperation
{
    Negate,
    BitwiseNot,

    /// <summary>1 when the operand is zero, else 0.</summary>
    LogicalNot,
}

/// <summary>The number system of an operation: lane by lane where the operands are vectors.</summary>
public enum Arithmetic
{
    /// <summary>Integers whose overflow is undefined (C17 6.5p5).</summary>
    Signed,

    /// <summary>Integers that wrap (C17 6.2.5p9).</summary>
    Unsigned,

    Floating,

    /// <summary>Addresses; an offset counts elements.</summary>
    Pointer,
}

/// <summary>How a conversion makes its result; the types on both sides give the widths.</summary>
public enum ConversionKind
{
    SignExtend,
    ZeroExtend,
    Truncate,

    /// <summary>Another integer type of the same width: the bits stay.</summary>
    SameWidth,
    ToBoolean,
    IntegerToFloating,
    FloatingToInteger,
    FloatingWiden,
    FloatingNarrow,
    PointerCast,
    PointerToInteger,
    IntegerToPointer,
    NullPointer,

    /// <summary>Another vector type of the same size: the bits stay.</summary>
    BitCast,

    /// <summary>One scalar in every lane.</summary>
    Splat,
}
