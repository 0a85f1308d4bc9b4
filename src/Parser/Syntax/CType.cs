using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>What <c>const</c>, <c>volatile</c>, <c>restrict</c> and <c>_Atomic</c> say of a type.</summary>
[Flags]
public enum Qualifiers
{
    None = 0,
    Const = 1,
    Volatile = 2,
    Restrict = 4,
    Atomic = 8,
}

/// <summary>The integer types of C, told apart by name because <c>long</c> and <c>long long</c> differ even at one width.</summary>
public enum IntegerKind
{
    Char,
    SignedChar,
    UnsignedChar,
    Short,
    UnsignedShort,
    Int,
    UnsignedInt,
    Long,
    UnsignedLong,
    LongLong,
    UnsignedLongLong,
    Int128,
    UnsignedInt128,
}

/// <summary>The real floating types of C.</summary>
public enum FloatingKind
{
    Half,
    Float,
    Double,
    LongDouble,
    Quad,
}

/// <summary>A canonical C type: typedefs are resolved, qualifiers are kept.</summary>
public abstract record CType(Qualifiers Qualifiers)
{
    public sealed record Void(Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Boolean(Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Integer(IntegerKind Kind, int WidthInBits, bool IsSigned, Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Floating(FloatingKind Kind, int WidthInBits, Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Complex(CType Component, Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Pointer(CType Pointee, Qualifiers Qualifiers) : CType(Qualifiers);

    /// <summary>An array of known extent, or of none (<c>int a[]</c>).</summary>
    public sealed record Array(CType Element, long? Count, Qualifiers Qualifiers) : CType(Qualifiers);

    /// <summary>A variable-length array; its declaration holds the expression of the extent.</summary>
    public sealed record VariableArray(CType Element, Qualifiers Qualifiers) : CType(Qualifiers);

    /// <summary>A GNU vector: a fixed number of lanes of one arithmetic type.</summary>
    public sealed record Vector(CType Element, int Lanes, int AlignmentInBytes, Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Function(CType Result, ImmutableArray<CType> Parameters, bool IsVariadic, Qualifiers Qualifiers)
        : CType(Qualifiers);

    public sealed record Record(string Name, bool IsUnion, Qualifiers Qualifiers) : CType(Qualifiers);

    public sealed record Enumeration(string Name, CType Underlying, Qualifiers Qualifiers) : CType(Qualifiers);

    /// <summary>A type outside the model, as the compiler spells it.</summary>
    public sealed record Unsupported(string Spelling, Qualifiers Qualifiers) : CType(Qualifiers);

    /// <summary>Printed forms name the qualifiers only; the derived properties below would recurse.</summary>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Qualifiers);
        return true;
    }

    public bool IsConst => Qualifiers.HasFlag(Qualifiers.Const);

    public bool IsVolatile => Qualifiers.HasFlag(Qualifiers.Volatile);

    public bool IsArithmetic => this is Boolean or Integer or Floating or Complex or Enumeration;

    public CType Unqualified => this with { Qualifiers = Qualifiers.None };
}
