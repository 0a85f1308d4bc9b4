using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// One scalar at run time: bits that are known, a term, or nothing yet. A floating value is kept by its bits with one NaN,
/// an integer by its bits without sign, and a pointer as an <see cref="Address"/>.
/// </summary>
public readonly struct Scalar
{
    private const int None = -1;
    private const int Some = -2;
    private readonly int _term;

    private Scalar(ulong bits, int term) => (Bits, _term) = (bits, term);

    /// <summary>What an object holds before anything is stored: reading it is a violation.</summary>
    public static Scalar Indeterminate => new(0, None);

    /// <summary>What an object holds that was stored to for some contents only.</summary>
    public static Scalar Mixed => new(0, Some);

    public ulong Bits { get; }

    public bool IsConcrete => _term == 0;

    /// <summary>Whether there is no value, at least for some contents.</summary>
    public bool IsIndeterminate => _term < 0;

    public bool IsMixed => _term == Some;

    public Term Term => new(_term - 1);

    public static Scalar Of(ulong bits) => new(bits, 0);

    public static Scalar Of(bool truth) => new(truth ? 1UL : 0, 0);

    /// <summary>A term, or its bits once it is a constant.</summary>
    public static Scalar Of(Term term, TermStore store) => store.IsConstant(term) ? new(store.BitsOf(term), 0) : new(0, term.Id + 1);

    /// <summary>The value as a term of the sort it has.</summary>
    public Term ToTerm(TermBuilder terms, Sort sort) => IsConcrete ? terms.Constant(sort, Bits) : Term;

    /// <summary>The same value: the same bits, or the same term.</summary>
    public bool IsSameAs(Scalar other) => _term == other._term && Bits == other.Bits;
}
