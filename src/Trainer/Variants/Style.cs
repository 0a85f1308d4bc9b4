using System.Globalization;

namespace HpcVerify.Trainer.Variants;

/// <summary>What differs between two ways of writing the same down: names, braces, increments. It changes no kernel's meaning.</summary>
/// <param name="Words">Which set of names, from 0 to below <see cref="Vocabularies"/>.</param>
/// <param name="BracesAlways">Whether single statements have braces, too.</param>
/// <param name="CountsBefore">Whether loops count with <c>++i</c>.</param>
/// <param name="HasConst">Whether what never changes is declared so.</param>
/// <param name="HintsByIntrinsic">Whether prefetches are intrinsics where the header is there anyway.</param>
public sealed record Style(int Words, bool BracesAlways, bool CountsBefore, bool HasConst, bool HintsByIntrinsic)
{
    /// <summary>How many sets of names there are.</summary>
    public const int Vocabularies = 3;

    private const int Habits = 4;

    /// <summary>The first of all: short names, braces where they are needed.</summary>
    public static Style Plain { get; } = new(0, false, false, false, false);

    /// <summary>How many styles there are.</summary>
    public static int Count => Vocabularies << Habits;

    /// <summary>Names of the two or three counters, of the tiles that they run over, and of where these end.</summary>
    internal (string I, string J, string K) Counters => Words switch { 0 => ("i", "j", "k"), 1 => ("row", "col", "p"), _ => ("r", "c", "q") };

    internal (string I, string J, string K) Tiles => Words switch { 0 => ("ii", "jj", "kk"), 1 => ("row0", "col0", "p0"), _ => ("rb", "cb", "qb") };

    internal (string I, string J, string K) Ends => Words switch { 0 => ("iend", "jend", "kend"), 1 => ("rowEnd", "colEnd", "pEnd"), _ => ("rlast", "clast", "qlast") };

    /// <summary>Names of a sum, of what counts its copies, and of what is loaded.</summary>
    internal string Sum => Words switch { 0 => "sum", 1 => "acc", _ => "s" };

    internal (string U, string V) Copies => Words switch { 0 => ("u", "v"), 1 => ("a1", "b1"), _ => ("t", "w") };

    internal (string A, string B) Loaded => Words switch { 0 => ("a", "b"), 1 => ("va", "vb"), _ => ("left", "right") };

    /// <summary><c>const </c> where the style has it.</summary>
    internal string Const => HasConst ? "const " : "";

    /// <summary>The style of that number, counted from 0.</summary>
    public static Style Numbered(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)number, (uint)Count, nameof(number));
        return new(number >> Habits, (number & 1) != 0, (number & 2) != 0, (number & 4) != 0, (number & 8) != 0);
    }

    /// <summary>Its number: what <see cref="Numbered"/> takes.</summary>
    public int Number => (Words << Habits) | (BracesAlways ? 1 : 0) | (CountsBefore ? 2 : 0) | (HasConst ? 4 : 0) | (HintsByIntrinsic ? 8 : 0);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);

    internal string Advance(string index, int step) => step != 1 ? $"{index} += {step}" : CountsBefore ? $"++{index}" : $"{index}++";
}
