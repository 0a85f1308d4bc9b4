using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>
/// A typed computation without side effects. Values are equal when they compute the same from the same state; where
/// they were written does not matter.
/// </summary>
public abstract record Value(CType Type, TextSpan Span)
{
    public sealed record IntegerConstant(BigInteger Number, CType Type, TextSpan Span) : Value(Type, Span);

    public sealed record FloatingConstant(double Number, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>A string literal: a pointer to its first character, or the contents of an array it initialises.</summary>
    public sealed record StringConstant(string Text, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary><c>sizeof</c> or <c>_Alignof</c>.</summary>
    public sealed record SizeOf(long Bytes, CType Type, TextSpan Span) : Value(Type, Span);

    public sealed record FunctionAddress(Symbol Target, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>What a place holds; its type is the place's without qualifiers.</summary>
    public sealed record Load(Place Place, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>The address of a place; the place itself is not read.</summary>
    public sealed record AddressOf(Place Place, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>The address of the first element of an array (C17 6.3.2.1p3).</summary>
    public sealed record Decay(Place Array, CType Type, TextSpan Span) : Value(Type, Span);

    public sealed record Convert(ConversionKind Kind, Value Operand, CType Type, TextSpan Span) : Value(Type, Span);

    public sealed record Unary(UnaryOperation Operation, Arithmetic Arithmetic, Value Operand, CType Type, TextSpan Span)
        : Value(Type, Span);

    /// <summary>
    /// An operation on two operands of <paramref name="OperandType"/>; a shift's and a pointer's right operand has its
    /// own integer type. Comparisons give 0 or 1, and in vectors 0 or all ones.
    /// </summary>
    public sealed record Binary(
        Operation Operation, Arithmetic Arithmetic, Value Left, Value Right, CType OperandType, CType Type, TextSpan Span)
        : Value(Type, Span);

    /// <summary><c>condition ? whenTrue : whenFalse</c>; only the chosen side is computed.</summary>
    public sealed record Select(Value Condition, Value WhenTrue, Value WhenFalse, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary><c>left &amp;&amp; right</c>; the right side is computed only when the left is not zero.</summary>
    public sealed record And(Value Left, Value Right, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary><c>left || right</c>; the right side is computed only when the left is zero.</summary>
    public sealed record Or(Value Left, Value Right, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>One lane of a computed vector.</summary>
    public sealed record Lane(Value Vector, Value Index, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>The elements of an array, record or vector in order; those left out are zero.</summary>
    public sealed record Aggregate(ImmutableArray<Value> Elements, CType Type, TextSpan Span) : Value(Type, Span);

    /// <summary>A call of a model function that depends on its arguments alone and changes nothing.</summary>
    public sealed record PureCall(Symbol Target, ImmutableArray<Value> Arguments, CType Type, TextSpan Span) : Value(Type, Span)
    {
        public bool Equals(PureCall? other) =>
            base.Equals(other) && Target == other.Target && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Target, Arguments.Length);
    }

    /// <summary>A computation outside the model.</summary>
    public sealed record Unsupported(string Reason, CType Type, TextSpan Span) : Value(Type, Span);

    public virtual bool Equals(Value? other) =>
        other is not null && EqualityContract == other.EqualityContract && Type.Equals(other.Type);

    public override int GetHashCode() => HashCode.Combine(EqualityContract, Type);
}
