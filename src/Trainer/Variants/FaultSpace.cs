using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants;

/// <summary>Which faults a recipe can have: those that change what its kernel does, by more than a compiler could put right.</summary>
public static class FaultSpace
{
    /// <summary>In the order of <see cref="FaultKind.All"/>.</summary>
    public static ImmutableArray<Fault> Of(Recipe recipe) => [.. FaultKind.All.Select(kind => kind.Fault).Where(fault => Applies(fault, recipe))];

    private static bool Applies(Fault fault, Recipe recipe)
    {
        var isIntrinsic = recipe.Unit is VectorUnit.Avx2 or VectorUnit.Avx512;
        var isOfVectors = isIntrinsic || recipe.Unit == VectorUnit.Gnu;
        var endsInSum = recipe.Task switch { "matmul" => recipe.Order[^1] == 'k', "gemv" => recipe.Order == "ij", "dot" => recipe is not { Unit: VectorUnit.Scalar or VectorUnit.OmpSimd, Columns: 1 }, _ => false };
        return fault switch
        {
            Fault.MissingRemainder => recipe.Tail == Tail.Loop && (isOfVectors || recipe.Accumulators > 1),
            Fault.ShortLoop => recipe.Task is not "dot" || recipe.Threading == Threading.None,
            Fault.LongLoop => true,
            Fault.UnclampedTile => recipe.Tile.I > 0,
            Fault.MissingMask => recipe.Tail == Tail.Mask,
            Fault.WrongStride => recipe.Order[^1] is 'j' or 'k' && recipe.Task is "matmul" or "gemv" or "stencil2d" or "transpose",
            Fault.NotReset => endsInSum && recipe is { Accumulators: 1, Threading: Threading.None, Tile.K: 0, Tile.J: 0 } && recipe.Task != "dot",
            Fault.Uninitialised => endsInSum && recipe.Tile.K == 0,
            Fault.NotCleared => recipe.Task == "matmul" ? recipe.Order[^1] != 'k' || recipe.Tile.K > 0 : recipe.Task == "gemv" && (recipe.Order == "ji" || recipe.Tile.J > 0),
            Fault.MissingPrivate => recipe.Threading != Threading.None && recipe.Accumulators == 1
                && ((endsInSum && recipe.Task is "matmul" or "gemv") || (recipe.Task == "stencil2d" && recipe.Unit is VectorUnit.Scalar)),
            Fault.MissingReduction => recipe.Task == "dot" && recipe.Threading != Threading.None,
            Fault.NoAdvance => recipe is { Unit: VectorUnit.Scalar, Accumulators: 1 } && endsInSum && recipe.Task is "matmul" or "gemv",
            Fault.MissingHeader => isIntrinsic,
            Fault.Library => recipe.Task != "stencil2d",
            _ => fault != Fault.None,
        };
    }
}
