using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>What arithmetic is written in.</summary>
public enum VectorUnit
{
    /// <summary>One element at a time.</summary>
    Scalar,

    /// <summary>The compiler's lanes, by <c>omp simd</c>.</summary>
    OmpSimd,

    /// <summary>GNU vector types of 64 bytes.</summary>
    Gnu,

    /// <summary>Intrinsics on 32 bytes.</summary>
    Avx2,

    /// <summary>Intrinsics on 64 bytes.</summary>
    Avx512,
}

/// <summary>What becomes of elements that fill no whole vector.</summary>
public enum Tail
{
    /// <summary>A scalar loop of their own.</summary>
    Loop,

    /// <summary>Loads and stores under a mask.</summary>
    Mask,
}

/// <summary>Who shares the work.</summary>
public enum Threading
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary><c>parallel for</c> on the outermost loop.</summary>
    For,

    /// <summary>The same on the two outermost loops.</summary>
    Collapse,

    /// <summary>A region whose threads work out their own rows.</summary>
    Manual,
}

/// <summary>
/// A kernel as a list of choices: what a seeded generator varies, and what a printed kernel can be made of again. Which combinations there are,
/// <see cref="RecipeSpace"/> says.
/// </summary>
/// <param name="Task">The task of the corpus that it implements.</param>
/// <param name="Order">The loops from the outermost to the innermost, by the letters of the dimensions: <c>ijk</c>.</param>
/// <param name="Unit">What arithmetic is written in.</param>
/// <param name="Rows">Rows of a register block.</param>
/// <param name="Columns">Columns of a register block, in vectors.</param>
/// <param name="Tile">Elements of a cache block along each dimension, in the order of the letters i, j, k; 0 where there is none.</param>
/// <param name="Tail">What becomes of elements that fill no whole vector.</param>
/// <param name="Threading">Who shares the work.</param>
/// <param name="Prefetch">How many turns ahead data are fetched; 0 is never.</param>
/// <param name="IsFused">Whether products are added by one instruction that rounds once.</param>
/// <param name="HasRowPointers">Whether rows have pointers of their own.</param>
/// <param name="HasNames">Whether accumulators are variables and not elements of an array.</param>
/// <param name="IsPacked">Whether a strip of the second matrix is copied together first.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record Recipe(
    string Task, string Order, VectorUnit Unit = VectorUnit.Scalar, int Rows = 1, int Columns = 1, Tile Tile = default, Tail Tail = Tail.Loop,
    Threading Threading = Threading.None, int Prefetch = 0, bool IsFused = false, bool HasRowPointers = false, bool HasNames = false, bool IsPacked = false, Fault Fault = Fault.None)
{
    /// <summary>Accumulators that live across the innermost loop.</summary>
    public int Accumulators => Rows * Columns;

    /// <summary>Which of the five techniques of Table I it has, by the names of their detectors, in the table's order.</summary>
    public ImmutableArray<string> Techniques =>
    [
        .. new (string Name, bool IsThere)[]
        {
            ("register-blocking", Accumulators > 1),
            ("cache-blocking", Tile.Dimensions > 0),
            ("simd", Unit != VectorUnit.Scalar),
            ("openmp-threads", Threading != Threading.None),
            ("prefetch", Prefetch > 0),
        }.Where(technique => technique.IsThere).Select(technique => technique.Name),
    ];

    /// <summary>
    /// The stage of Table I that it belongs to: the first that allows all of its techniques, and 6 where it has all that its task knows
    /// (<see cref="RecipeSpace.TechniquesOf"/>).
    /// </summary>
    public int Stage => Techniques.Length == RecipeSpace.TechniquesOf(Task).Length ? 6
        : Prefetch > 0 ? 5
        : Threading != Threading.None ? 4
        : Unit != VectorUnit.Scalar ? 3
        : Tile.Dimensions > 0 ? 2
        : 1;

    /// <summary>In one line that <see cref="RecipeText.Parse"/> reads.</summary>
    public override string ToString() => RecipeText.Print(this);
}

/// <summary>The size of a cache block.</summary>
public readonly record struct Tile(int I, int J, int K)
{
    /// <summary>Along how many dimensions there are blocks.</summary>
    public int Dimensions => (I > 0 ? 1 : 0) + (J > 0 ? 1 : 0) + (K > 0 ? 1 : 0);

    public override string ToString() => $"{I}x{J}x{K}";
}
