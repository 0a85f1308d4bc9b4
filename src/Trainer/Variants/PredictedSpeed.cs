using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>
/// How fast a recipe is likely to be, from a rough model of a core: good enough to tell slow from fast and to keep the fastest apart where nobody has measured, and no
/// promise of any speed. Its unit is operations a cycle.
/// </summary>
public static class PredictedSpeed
{
    /// <summary>Sums that have to be in flight for two units with a latency of four cycles.</summary>
    private const double SumsInFlight = 8;

    /// <summary>Vector registers left for sums.</summary>
    private const int WideRegisters = 28, NarrowRegisters = 13;

    /// <summary>What a team is taken to gain; the machine's number of cores would change all threaded recipes alike.</summary>
    private const double TeamGain = 1.8;

    /// <summary>Elements a cycle that memory feeds to a core.</summary>
    private const double MemoryRate = 1.2;

    public static double Of(Recipe recipe)
    {
        var arithmetic = Arithmetic(recipe);
        var speed = recipe.Task == "matmul" ? arithmetic : 1 / ((1 / arithmetic) + (1 / MemoryRate));
        return speed * Factor(recipe.Threading != Threading.None, TeamGain) * Factor(recipe.Prefetch > 0, recipe.Task == "matmul" ? 0.97 : 1.02) * Blocking(recipe);
    }

    /// <summary>
    /// The speed from which on a recipe of a task is among the fastest tenth of all it has: what no training set holds.
    /// </summary>
    public static double FastestTenth(string task)
    {
        var speeds = RecipeSpace.All(task).Select(Of).ToImmutableArray().Sort();
        return speeds[(int)Math.Ceiling(speeds.Length * 0.9) - 1];
    }

    private static double Arithmetic(Recipe recipe)
    {
        var width = recipe.Unit switch { VectorUnit.Avx512 or VectorUnit.Gnu => 8, VectorUnit.Avx2 => 4, VectorUnit.OmpSimd => recipe.Order[^1] == 'k' ? 2 : 5, _ => 1 };
        if (recipe.Task is "axpy" or "stencil2d" or "transpose")
        {
            return Pattern(recipe) * width * Masked(recipe);
        }

        if (recipe.Order is "ikj" or "kij" or "jki" or "ji")
        {
            // The compiler turns scalar rows into vectors itself; columns are strided.
            return recipe.Order[^1] == 'i' ? 0.15 : Math.Max(width, 3) * (recipe.Order == "kij" ? 0.4 : 0.6) * Masked(recipe);
        }

        var sums = recipe.Accumulators;
        var registers = recipe.Unit is VectorUnit.Avx512 or VectorUnit.Gnu ? WideRegisters : NarrowRegisters;
        var perTurn = sums + (recipe.Task == "matmul" ? recipe.Columns + recipe.Rows : recipe.Columns * (recipe.Rows + 1.0));
        var latency = Math.Min(1, sums / SumsInFlight);
        return 4 * width * latency * Math.Min(1, 2.0 * sums / perTurn) * Factor(sums > registers, 0.5) * Factor(recipe.IsPacked, 1.25) * Masked(recipe)
            * Factor(recipe is { Unit: VectorUnit.Avx2 or VectorUnit.Avx512, IsFused: false }, 0.6) * Factor(recipe.Unit == VectorUnit.Gnu, 0.9)
            * Factor(recipe.Task == "matmul" && recipe.Order[0] == 'j' && !recipe.IsPacked && recipe.Tile.Dimensions == 0, 0.95);
    }

    private static double Pattern(Recipe recipe) => recipe.Task switch { "transpose" => recipe.Order == "ij" ? 0.5 : 0.45, "stencil2d" => recipe.Order == "ij" ? 1 : 0.1, _ => 1 };

    private static double Masked(Recipe recipe) => Factor(recipe.Tail == Tail.Mask, 0.9);

    private static double Blocking(Recipe recipe) => recipe.Task switch
    {
        "transpose" => Factor(recipe.Tile.Dimensions == 2, 1.8),
        "matmul" => Factor(recipe.Tile.K > 0, 0.95) * Factor(recipe.Tile is { I: > 0, J: > 0 }, 1.02),
        _ => Factor(recipe.Tile.Dimensions > 0, 0.97),
    };

    private static double Factor(bool applies, double factor) => applies ? factor : 1;
}
