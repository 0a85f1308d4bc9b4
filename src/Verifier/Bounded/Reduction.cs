using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What private copies of a reduction start with, and how two values combine (OpenMP 5.2 section 5.5.5, table 5.1).</summary>
internal sealed record Reduction(Scalar Identity, Combine Combine)
{
    /// <summary>The reduction of an operator on a type; null where it is not modelled.</summary>
    public static Reduction? Of(string name, CType type, TextSpan span)
    {
        if (Layout.SortOf(type) is not { } sort || type is CType.Pointer or CType.Enumeration)
        {
            return null;
        }

        var arithmetic = sort.IsFloating ? Arithmetic.Floating : Layout.IsSigned(type) ? Arithmetic.Signed : Arithmetic.Unsigned;
        var (zero, one, ones) = (Scalar.Of(0), Scalar.Of(One(sort)), Scalar.Of(sort.Mask));
        return name switch
        {
            "+" or "-" => By(Operation.Add, zero),
            "*" => By(Operation.Multiply, one),
            "&" => By(Operation.BitwiseAnd, ones),
            "|" => By(Operation.BitwiseOr, zero),
            "^" => By(Operation.BitwiseXor, zero),
            "max" => Extremum(Operation.Less, Lowest(type, sort)),
            "min" => Extremum(Operation.Greater, Highest(type, sort)),
            _ => null,
        };

        Reduction? By(Operation operation, Scalar identity) =>
            LaneOperations.Binary(operation, arithmetic, type, type, 1, span) is { } combine ? new(identity, combine) : null;

        Reduction? Extremum(Operation comparison, Scalar identity) =>
            LaneOperations.Binary(comparison, arithmetic, type, new CType.Integer(IntegerKind.Int, 32, true, Qualifiers.None), 1, span) is { } compare
                ? new(identity, (machine, left, right) => Chosen(machine, compare(machine, left, right), left, right, sort))
                : null;
    }

    private static Scalar Chosen(Machine machine, Scalar isLess, Scalar left, Scalar right, Sort sort)
    {
        var truth = machine.Truth(isLess, Sort.Bits(32));
        return truth.IsConcrete
            ? truth.Bits != 0 ? right : left
            : Scalar.Of(machine.Terms.Ite(truth.Term, right.ToTerm(machine.Terms, sort), left.ToTerm(machine.Terms, sort)), machine.Terms.Store);
    }

    private static ulong One(Sort sort) => !sort.IsFloating ? 1 : sort.Width == 32 ? FloatBits.Of(1f) : FloatBits.Of(1.0);

    private static Scalar Lowest(CType type, Sort sort) => Scalar.Of(
        sort.IsFloating ? (sort.Width == 32 ? FloatBits.Of(float.NegativeInfinity) : FloatBits.Of(double.NegativeInfinity))
        : Layout.IsSigned(type) ? 1UL << (sort.Width - 1)
        : 0);

    private static Scalar Highest(CType type, Sort sort) => Scalar.Of(
        sort.IsFloating ? (sort.Width == 32 ? FloatBits.Of(float.PositiveInfinity) : FloatBits.Of(double.PositiveInfinity))
        : Layout.IsSigned(type) ? (1UL << (sort.Width - 1)) - 1
        : sort.Mask);
}
