using System.Collections.Immutable;
using System.Diagnostics;

namespace HpcVerify.Trainer.Variants;

/// <summary>Which recipes there are for a task, in an order that never changes.</summary>
public static class RecipeSpace
{
    /// <summary>The tasks that kernels can be generated for.</summary>
    public static readonly ImmutableArray<string> Tasks = ["axpy", "dot", "gemv", "matmul", "stencil2d", "transpose"];

    private static readonly VectorUnit[] Units = Enum.GetValues<VectorUnit>();

    private static readonly Threading[] Teams = Enum.GetValues<Threading>();

    private static readonly Threading[] PlainTeams = [Threading.None, Threading.For, Threading.Manual];

    private static readonly bool[] Either = [true, false];

    private static readonly bool[] Never = [false];

    private static readonly string[] SumOrders = ["ijk", "jik"];

    private static readonly string[] StreamOrders = ["ikj", "kij", "jki"];

    private static readonly string[] GridOrders = ["ij", "ji"];

    /// <summary>Register blocks of a matrix product: in scalars, and in vectors of columns.</summary>
    private static readonly (int Rows, int Columns)[] ScalarBlocks = [(1, 1), (1, 4), (2, 2), (4, 1), (4, 2), (4, 4)];

    private static readonly (int Rows, int Columns)[] VectorBlocks = [(1, 1), (1, 2), (1, 4), (2, 2), (4, 1), (4, 2), (4, 4), (6, 2), (8, 1), (8, 2), (8, 3)];

    private static readonly (int Rows, int Columns)[] RowBlocks = [(1, 1), (2, 1), (4, 1)];

    private static readonly (int Rows, int Columns)[] GemvBlocks = [(1, 1), (1, 2), (1, 4), (2, 1), (4, 1), (2, 2), (4, 2)];

    private static readonly int[] UnrolledBy = [1, 2, 4, 8];

    /// <summary>How far ahead data are fetched: in turns of the innermost loop, in rows, and in elements.</summary>
    private static readonly int[] DepthAhead = [0, 1, 4, 8], RowsAhead = [0, 1, 2, 4], GemvAhead = [0, 32, 64], VectorAhead = [0, 64, 128], NoneAhead = [0];

    private static readonly Tile[] GemvTiles = [default, new(0, 256, 0), new(0, 512, 0), new(64, 256, 0)];

    private static readonly Tile[] GridTiles = [default, new(16, 16, 0), new(32, 32, 0), new(64, 64, 0), new(32, 128, 0), new(0, 256, 0)];

    private static readonly Tile[] ProductTiles = [default, new(32, 32, 0), new(64, 64, 0), new(64, 128, 0), new(0, 64, 0), new(0, 0, 64), new(64, 64, 64)];

    /// <summary>The techniques of Table I that a task's recipes may have.</summary>
    public static ImmutableArray<string> TechniquesOf(string task) => task switch
    {
        "matmul" or "gemv" => ["register-blocking", "cache-blocking", "simd", "openmp-threads", "prefetch"],
        "stencil2d" or "transpose" => ["cache-blocking", "simd", "openmp-threads", "prefetch"],
        "dot" => ["register-blocking", "simd", "openmp-threads", "prefetch"],
        "axpy" => ["simd", "openmp-threads", "prefetch"],
        _ => throw new UnreachableException(task),
    };

    /// <summary>Every recipe of a task without a fault.</summary>
    public static ImmutableArray<Recipe> All(string task) =>
    [
        .. (task switch
        {
            "matmul" => Matmul(),
            "gemv" => Gemv(),
            "dot" => Vectors("dot"),
            "axpy" => Vectors("axpy"),
            "stencil2d" => Grid("stencil2d"),
            "transpose" => Grid("transpose"),
            _ => throw new UnreachableException(task),
        }).SelectMany(Habits),
    ];

    /// <summary>The plainest kernel of a task: where every search begins.</summary>
    public static Recipe Seed(string task) => new(task, task switch { "matmul" => "ijk", "axpy" or "dot" => "i", _ => "ij" });

    /// <summary>The same with what is only a way of writing it down.</summary>
    private static IEnumerable<Recipe> Habits(Recipe recipe) =>
        from isFused in recipe.Unit is VectorUnit.Avx2 or VectorUnit.Avx512 && recipe.Task != "transpose" ? Either : Never
        from hasNames in recipe.Accumulators is > 1 and <= 8 && !(recipe.Tail == Tail.Mask && recipe.Rows > 2) ? Either : Never
        from hasPointers in HasRows(recipe) ? Either : Never
        select recipe with { IsFused = isFused, HasNames = hasNames, HasRowPointers = hasPointers };

    private static bool HasRows(Recipe recipe) => recipe.Task switch
    {
        "matmul" or "gemv" => recipe.Order[0] == 'i' && recipe is { Rows: 1, Threading: not Threading.Collapse, IsPacked: false },
        "stencil2d" => recipe is { Order: "ij", Threading: not Threading.Collapse } || recipe is { Order: "ij", Tile.Dimensions: 2 },
        _ => false,
    };

    private static IEnumerable<Tail> TailsOf(VectorUnit unit) => unit is VectorUnit.Avx2 or VectorUnit.Avx512 ? [Tail.Loop, Tail.Mask] : [Tail.Loop];

    private static IEnumerable<Recipe> Matmul() =>
    [
        .. from order in SumOrders
           from unit in Units
           from block in unit switch { VectorUnit.Scalar => ScalarBlocks, VectorUnit.OmpSimd => [(1, 1)], _ => VectorBlocks }
           from tail in TailsOf(unit)
           from tile in ProductTiles
           from threading in Teams
           from prefetch in DepthAhead
           from isPacked in Either
           let recipe = new Recipe("matmul", order, unit, block.Rows, block.Columns, tile, tail, threading, prefetch, IsPacked: isPacked)
           where IsProduct(recipe)
           select recipe,
        .. from order in StreamOrders
           from unit in Units
           from tail in TailsOf(unit)
           from tile in ProductTiles
           from threading in Teams
           from prefetch in RowsAhead.Take(3)
           let recipe = new Recipe("matmul", order, unit, 1, 1, tile, tail, threading, prefetch)
           where IsProduct(recipe)
           select recipe,
    ];

    private static bool IsProduct(Recipe recipe)
    {
        var (order, tile) = (recipe.Order, recipe.Tile);

        // A cache block of the outermost loop's own dimension alone is a strip and no block.
        var isTiled = tile.Dimensions != 1 || (order[0] != 'j' && tile.J > 0) || (order[0] != 'k' && tile.K > 0);
        var isByVectors = recipe.Unit is VectorUnit.Scalar or VectorUnit.OmpSimd || order[^1] != 'i';
        var isSimd = recipe.Unit != VectorUnit.OmpSimd || order[^1] != 'i';

        // Threads may share rows or columns of C, never terms of a sum.
        var first = tile.Dimensions == 0 ? order[0] : order.First(letter => letter switch { 'i' => tile.I > 0, 'j' => tile.J > 0, _ => tile.K > 0 });
        var isShared = recipe.Threading switch
        {
            Threading.None => true,
            Threading.For => first != 'k',
            Threading.Collapse => first != 'k' && ((tile.I > 0 && tile.J > 0 && order[^1] == 'k') || (tile.Dimensions == 0 && order[^1] == 'k' && !recipe.IsPacked
                && (recipe.Tail == Tail.Mask || (recipe.Accumulators == 1 && recipe.Unit == VectorUnit.Scalar)))),
            _ => order[0] == 'i' || tile.Dimensions > 0,
        };
        var isPackable = !recipe.IsPacked || (order == "jik" && recipe is { Tail: Tail.Mask, Tile.Dimensions: 0, Threading: Threading.None or Threading.For, Rows: > 1 });

        // What is left of rows is done over a whole strip of columns there: a cache block in all but intention.
        var isStrip = order == "jik" && recipe is { Tail: Tail.Loop, Rows: > 1, Tile.Dimensions: 0 } && (recipe.Unit != VectorUnit.Scalar || recipe.Columns >= 4);
        return isTiled && !isStrip && IsSeen(recipe) && isByVectors && isSimd && isShared && isPackable && (recipe.Prefetch == 0 || order[^1] != 'i');
    }

    /// <summary>Whether cache blocks are seen as such: a loop that stops a step short of a block's end is not taken for one over the block.</summary>
    private static bool IsSeen(Recipe recipe)
    {
        var tile = recipe.Tile;
        var isWhole = recipe.Tail == Tail.Mask;
        return tile.Dimensions == 0 || tile.K > 0
            || (tile.I > 0 && (isWhole || recipe.Rows == 1))
            || (tile.J > 0 && (isWhole || (recipe is { Unit: VectorUnit.Scalar or VectorUnit.OmpSimd, Columns: 1 })));
    }

    private static IEnumerable<Recipe> Gemv() =>
    [
        .. from unit in Units
           from block in unit switch { VectorUnit.Scalar => RowBlocks, VectorUnit.OmpSimd => [(1, 1)], _ => GemvBlocks }
           from tail in TailsOf(unit)
           from tile in GemvTiles
           from threading in PlainTeams
           from prefetch in GemvAhead
           where tile.Dimensions != 1 || threading != Threading.For
           let recipe = new Recipe("gemv", "ij", unit, block.Rows, block.Columns, tile, tail, threading, prefetch)
           where IsSeen(recipe)
           select recipe,
        new("gemv", "ji"),
    ];

    private static IEnumerable<Recipe> Vectors(string task) =>
        from unit in Units
        from columns in UnrolledBy.Where(columns => columns <= (task == "axpy" || unit == VectorUnit.OmpSimd ? 1 : unit == VectorUnit.Scalar ? 4 : 8))
        from tail in TailsOf(unit)
        from threading in PlainTeams
        from prefetch in unit == VectorUnit.OmpSimd ? NoneAhead : VectorAhead
        where tail == Tail.Loop || columns == 1
        where threading != Threading.For || task == "axpy" || (unit is VectorUnit.Scalar or VectorUnit.OmpSimd && columns == 1)
        select new Recipe(task, "i", unit, 1, columns, default, tail, threading, prefetch);

    private static IEnumerable<Recipe> Grid(string task) =>
        from order in GridOrders
        from unit in task == "transpose" ? [VectorUnit.Scalar, VectorUnit.OmpSimd] : Units
        from tail in TailsOf(unit)
        from tile in GridTiles
        from threading in Teams
        from prefetch in unit == VectorUnit.OmpSimd ? NoneAhead : RowsAhead
        let isOfVectors = unit is not (VectorUnit.Scalar or VectorUnit.OmpSimd)
        where order == "ij" || !isOfVectors
        where tile.Dimensions != 1 || order == "ij"
        where threading != Threading.Manual || order == "ij" || tile.Dimensions > 0
        where threading != Threading.Collapse || tile.Dimensions == 2 || (tile.Dimensions == 0 && unit == VectorUnit.Scalar)
        let recipe = new Recipe(task, order, unit, 1, 1, tile, tail, threading, prefetch)
        where IsSeen(recipe)
        select recipe;
}
