using System.Numerics;

namespace HpcVerify.Detectors.Integrity.Flow;

/// <summary>
/// What a number depends on, as a set: for each parameter of the entry point its contents, its contents at one fixed
/// place, and its own value; and a few things that are no parameter. Parameters behind the last slot share it.
/// </summary>
internal readonly record struct Sources(ulong Bits)
{
    public const int Slots = 16;

    private const int FixedShift = Slots, NumberShift = 2 * Slots, OtherShift = 3 * Slots;
    private const ulong SlotMask = (1UL << Slots) - 1;

    public static readonly Sources None = new(0);

    /// <summary>An address as a number, of which more than the alignment is left.</summary>
    public static readonly Sources Address = new(1UL << OtherShift);

    /// <summary>A variable that outlives the call.</summary>
    public static readonly Sources State = new(2UL << OtherShift);

    /// <summary>An instruction that gives some leading bits of a reciprocal or a root.</summary>
    public static readonly Sources Approximation = new(4UL << OtherShift);

    /// <summary>The leading bits of an address, which no mask makes an alignment of.</summary>
    public static readonly Sources AddressPart = new(8UL << OtherShift);

    public static readonly Sources AnyAddress = Address | AddressPart;

    /// <summary>The contents of all parameters.</summary>
    public static readonly Sources AnyContents = new(SlotMask | (SlotMask << FixedShift));

    public bool IsNone => Bits == 0;

    /// <summary>The parameters, one bit each, whose contents are among the sources.</summary>
    public ulong ContentsOf => (Bits | (Bits >> FixedShift)) & SlotMask;

    /// <summary>The same without those of which only fixed elements are.</summary>
    public ulong ThroughoutOf => Bits & SlotMask;

    /// <summary>The parameters, one bit each, whose own value is among the sources.</summary>
    public ulong NumbersOf => (Bits >> NumberShift) & SlotMask;

    public static Sources Contents(ulong parameters) => new(parameters & SlotMask);

    public static Sources FixedContents(ulong parameters) => new((parameters & SlotMask) << FixedShift);

    public static Sources Numbers(ulong parameters) => new((parameters & SlotMask) << NumberShift);

    /// <summary>The bit that stands for a parameter in the sets above.</summary>
    public static ulong Slot(int parameter) => 1UL << Math.Min(parameter, Slots - 1);

    public static Sources operator |(Sources left, Sources right) => new(left.Bits | right.Bits);

    public bool Has(Sources others) => (Bits & others.Bits) != 0;

    public Sources Without(Sources others) => new(Bits & ~others.Bits);
}

/// <summary>
/// The objects a pointer can lead into, as a set: what a parameter points to, or an object of the kernel's own. Objects
/// behind the last slot share it.
/// </summary>
internal readonly record struct Roots(ulong Bits)
{
    public const int Slots = 62;

    private const ulong ParameterMask = (1UL << Sources.Slots) - 1;

    public static readonly Roots None = new(0);

    /// <summary>Nobody knows where: read from memory of others, or made of numbers.</summary>
    public static readonly Roots Unknown = new(1UL << 63);

    public bool IsNone => Bits == 0;

    public bool IsKnown => (Bits & Unknown.Bits) == 0;

    /// <summary>The parameters among them, one bit each.</summary>
    public ulong Parameters => Bits & ParameterMask;

    /// <summary>Whether parameters are all there is.</summary>
    public bool AreParameters => Bits != 0 && Bits == Parameters;

    /// <summary>The slots of the kernel's own objects among them.</summary>
    public IEnumerable<int> Objects
    {
        get
        {
            for (var left = Bits & ~ParameterMask & ~Unknown.Bits; left != 0; left &= left - 1)
            {
                yield return BitOperations.TrailingZeroCount(left);
            }
        }
    }

    public static Roots Parameter(int parameter) => new(Sources.Slot(parameter));

    public static Roots Object(int slot) => new(1UL << Math.Min(slot, Slots));

    public static Roots operator |(Roots left, Roots right) => new(left.Bits | right.Bits);

    public bool Meets(Roots other) => (Bits & other.Bits) != 0;
}

/// <summary>What is known of a value: what it depends on, and where it leads as a pointer.</summary>
internal readonly record struct Fact(Sources Sources, Roots Roots)
{
    public static readonly Fact None = new(Sources.None, Roots.None);

    public static Fact operator |(Fact left, Fact right) => new(left.Sources | right.Sources, left.Roots | right.Roots);

    public static Fact operator |(Fact fact, Sources sources) => fact with { Sources = fact.Sources | sources };
}
