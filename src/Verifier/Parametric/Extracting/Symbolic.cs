using System.Collections.Immutable;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>What is known of a value while all sizes are symbolic.</summary>
internal abstract record Symbolic
{
    private Symbolic() { }

    /// <summary>An integer; also the null pointer, as zero.</summary>
    public sealed record Number(IntegerPolynomial Value) : Symbolic;

    /// <summary>A place in an object, in bytes from its start.</summary>
    public sealed record Address(DataObject Object, IntegerPolynomial Offset) : Symbolic;

    /// <summary>One value or another.</summary>
    public sealed record Choice(Formula Condition, Symbolic WhenTrue, Symbolic WhenFalse) : Symbolic;

    /// <summary>A vector, lane by lane.</summary>
    public sealed record Lanes(ImmutableArray<Symbolic> Each) : Symbolic
    {
        public bool Equals(Lanes? other) => other is not null && Each.SequenceEqual(other.Each);

        public override int GetHashCode() => Each.Length;
    }

    /// <summary><c>1 &lt;&lt; exponent</c>, on the way to a mask.</summary>
    public sealed record PowerOfTwo(IntegerPolynomial Exponent, int Width) : Symbolic;

    /// <summary>The mask <c>(1 &lt;&lt; count) - 1</c> with as many bits as its type has.</summary>
    public sealed record LowBits(IntegerPolynomial Count, int Width) : Symbolic;

    /// <summary>Anything: a floating number, or what is not understood.</summary>
    public sealed record Unknown : Symbolic;

    public static Symbolic Of(IntegerPolynomial value) => new Number(value);

    public static Symbolic Of(long value) => new Number(IntegerPolynomial.Of(value));

    public static Symbolic Of(Formula condition) => Either(condition, Of(1), Of(0));

    public static Symbolic Either(Formula condition, Symbolic whenTrue, Symbolic whenFalse) =>
        condition.IsTrue || whenTrue.Equals(whenFalse) ? whenTrue
        : condition.IsFalse ? whenFalse
        : whenTrue is Unknown || whenFalse is Unknown ? new Unknown()
        : new Choice(condition, whenTrue, whenFalse);

    /// <summary>Its integer, where it has one without a choice.</summary>
    public IntegerPolynomial? Integer => this is Number number ? number.Value : null;

    /// <summary>The same done to each of the values it can be.</summary>
    public Symbolic Select(Func<Symbolic, Symbolic> change) =>
        this is Choice choice ? Either(choice.Condition, choice.WhenTrue.Select(change), choice.WhenFalse.Select(change)) : change(this);

    public int Depth => this is Choice choice ? 1 + Math.Max(choice.WhenTrue.Depth, choice.WhenFalse.Depth) : 0;
}
