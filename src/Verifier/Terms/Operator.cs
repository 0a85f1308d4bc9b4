namespace HpcVerify.Verifier.Terms;

/// <summary>What a term computes from its operands; <see cref="OperatorTable"/> says what each means.</summary>
public enum Operator : byte
{
    Constant,
    Input,

    /// <summary>A function of the C library, of which nothing is known but that it is one: equal numbers in, equal number out.</summary>
    LibraryCall,

    Not,
    And,
    Or,
    Equal,
    Ite,

    /// <summary>
    /// Its operand, a choice of one element of many by an index, given twice. Over the reals it stays one unknown: to take apart
    /// which element every index leads to would be more cases than anybody can look at.
    /// </summary>
    Selected,

    BitsNot,
    BitsNegate,
    BitsAnd,
    BitsOr,
    BitsXor,
    BitsAdd,
    BitsSubtract,
    BitsMultiply,
    SignedDivide,
    SignedRemainder,
    UnsignedDivide,
    UnsignedRemainder,
    ShiftLeft,
    ShiftRightLogical,
    ShiftRightArithmetic,
    SignedLess,
    SignedLessOrEqual,
    UnsignedLess,
    UnsignedLessOrEqual,
    SignExtend,
    ZeroExtend,
    Truncate,

    FloatNegate,
    FloatAbsolute,
    FloatAdd,
    FloatSubtract,
    FloatMultiply,
    FloatDivide,
    FloatFusedMultiplyAdd,
    FloatSquareRoot,
    FloatFloor,
    FloatCeiling,
    FloatTruncate,
    FloatNearestEven,
    FloatNearestAway,
    FloatLess,
    FloatLessOrEqual,
    FloatEqual,
    FloatIsNaN,
    FloatConvert,
    SignedToFloat,
    UnsignedToFloat,
    FloatToSigned,
    FloatToUnsigned,
    BitsToFloat,

    /// <summary>The bits of a float, some NaN's for a NaN; SMT-LIB has only the inverse.</summary>
    FloatToBits,
}
