using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Where the value of an unknown comes from.</summary>
public enum DimensionKind
{
    /// <summary>Given from outside: a size, or a variable that nothing here sets. The same all through one run.</summary>
    Parameter,

    /// <summary>The counter of a loop.</summary>
    Iterator,

    /// <summary>The number of a thread in its team.</summary>
    Thread,

    /// <summary>The size of a team.</summary>
    ThreadCount,

    /// <summary>Follows from other dimensions by its definition: a quotient, a minimum, how often a loop turned.</summary>
    Defined,

    /// <summary>Anything at all: what memory held, or what is not understood. Two executions of one place may differ in it.</summary>
    Free,
}

/// <summary>
/// One unknown integer. It belongs to the innermost <paramref name="owner"/> that was open when it came up, and is fixed while
/// control stays in one execution of that; without an owner it is fixed for the whole run.
/// </summary>
public sealed class Dimension(int number, string name, DimensionKind kind, Enclosure? owner, TextSpan span)
{
    /// <summary>Counts dimensions in the order in which they came up.</summary>
    public int Number { get; } = number;

    /// <summary>What it is printed as; no other dimension of the extraction has it.</summary>
    public string Name { get; } = name;

    public DimensionKind Kind { get; } = kind;

    public Enclosure? Owner { get; } = owner;

    public TextSpan Span { get; } = span;

    /// <summary>What holds of it always. It speaks of the dimension itself, so it comes right after it.</summary>
    public Formula Definition { get; internal set; } = Formula.True;

    /// <summary>The place in memory that it was read from; null where it was not, or nobody knows.</summary>
    public ReadPlace? Origin { get; internal set; }

    public override string ToString() => Name;
}

/// <summary>So many bytes of an object from an offset on.</summary>
public sealed record ReadPlace(DataObject Object, IntegerPolynomial Offset, int Bytes);
