using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The smallest and the largest value of a number.</summary>
public readonly record struct IndexRange(Int128 Low, Int128 High)
{
    public bool IsWithin(IndexRange other) => Low >= other.Low && High <= other.High;
}

/// <summary>
/// From where to where integers that depend on contents lie, by interval arithmetic (Moore, "Interval Analysis", 1966): wide
/// enough always, and exact where an index is read from an array whose contract bounds it.
/// </summary>
internal sealed class IndexRanges(TermStore store, IReadOnlyDictionary<Term, IndexRange> known)
{
    private const int MostDepth = 64;

    /// <summary>The range of the bits read as a number with a sign, or as one without.</summary>
    public IndexRange Of(Term term, bool isSigned) => Of(term, isSigned, MostDepth);

    private IndexRange Of(Term term, bool isSigned, int depth)
    {
        var sort = store.SortOf(term);
        var all = All(sort, isSigned);
        var range = depth == 0 ? all : store.OperatorOf(term) switch
        {
            Operator.Constant => Point(isSigned ? sort.Signed(store.BitsOf(term)) : store.BitsOf(term)),
            Operator.Input => known.TryGetValue(term, out var given) ? given : all,
            Operator.SignExtend => Operand(term, 0, true, depth),
            Operator.ZeroExtend => Operand(term, 0, false, depth),
            Operator.Truncate or Operator.Selected => Operand(term, 0, isSigned, depth),
            Operator.Ite => Both(Operand(term, 1, isSigned, depth), Operand(term, 2, isSigned, depth)),
            Operator.BitsAdd => Sum(Operand(term, 0, isSigned, depth), Operand(term, 1, isSigned, depth)),
            Operator.BitsSubtract => Difference(Operand(term, 0, isSigned, depth), Operand(term, 1, isSigned, depth)),
            Operator.BitsMultiply => Product(Operand(term, 0, isSigned, depth), Operand(term, 1, isSigned, depth)),
            Operator.BitsAnd => Masked(Operand(term, 0, false, depth), Operand(term, 1, false, depth)),
            Operator.UnsignedRemainder => Remainder(Operand(term, 0, false, depth), Operand(term, 1, false, depth)) ?? all,
            Operator.SignedRemainder => Remainder(Operand(term, 0, true, depth), Operand(term, 1, true, depth)) ?? all,
            _ => all,
        };

        // What does not fit has wrapped, and may be anything.
        return range.IsWithin(all) ? range : all;
    }

    private IndexRange Operand(Term term, int index, bool isSigned, int depth) => Of(store.Operand(term, index), isSigned, depth - 1);

    private static IndexRange All(Sort sort, bool isSigned) => isSigned
        ? new(-(Int128.One << (sort.Width - 1)), (Int128.One << (sort.Width - 1)) - 1)
        : new(0, (Int128.One << sort.Width) - 1);

    private static IndexRange Point(Int128 value) => new(value, value);

    private static IndexRange Both(IndexRange a, IndexRange b) => new(Int128.Min(a.Low, b.Low), Int128.Max(a.High, b.High));

    private static IndexRange Sum(IndexRange a, IndexRange b) => new(a.Low + b.Low, a.High + b.High);

    private static IndexRange Difference(IndexRange a, IndexRange b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>Factors of 64 bits without a sign have products that do not fit here: those are told by their size first.</summary>
    private static IndexRange Product(IndexRange a, IndexRange b)
    {
        var limit = Int128.One << 62;
        if (Int128.Max(Int128.Max(Int128.Abs(a.Low), Int128.Abs(a.High)), Int128.Max(Int128.Abs(b.Low), Int128.Abs(b.High))) > limit)
        {
            return new(Int128.MinValue, Int128.MaxValue);
        }

        var corners = new[] { a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High };
        return new(corners.Min(), corners.Max());
    }

    /// <summary>Smaller than the divisor, with the sign of the dividend (C17 6.5.5p6); null where the divisor need not be positive.</summary>
    private static IndexRange? Remainder(IndexRange dividend, IndexRange divisor) =>
        divisor.Low > 0 ? new(dividend.Low >= 0 ? 0 : 1 - divisor.High, divisor.High - 1) : null;

    /// <summary>No larger than the smaller of two numbers without a sign.</summary>
    private static IndexRange Masked(IndexRange a, IndexRange b) => new(0, Int128.Min(a.High, b.High));
}
