using System.Text;
using HpcVerify.TestKit;
using HpcVerify.Trainer;
using HpcVerify.Trainer.Variants;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Corpus.Tests;

/// <summary>Generated kernels where they run: those without a fault are right, and each fault falls to its rung.</summary>
public sealed class GeneratedKernelTests(Bench bench) : IClassFixture<Bench>
{
    [Theory]
    [InlineData("matmul")]
    [InlineData("gemv")]
    [InlineData("stencil2d")]
    public void AKernelOfEveryStageIsRight(string task)
    {
        var random = new Rng(21);
        foreach (var stage in RecipeSpace.All(task).Where(IsRunnable).GroupBy(recipe => recipe.Stage).OrderBy(stage => stage.Key))
        {
            if (IsShort(task) && stage.Key is not (3 or 6))
            {
                continue;
            }

            var recipes = stage.ToArray();
            for (var draw = 0; draw < (Repository.IsLongRun ? 20 : 1); draw++)
            {
                StandsOn("ok", recipes[random.Below(recipes.Length)], random);
            }
        }
    }

    /// <summary>Faults that only proofs show for certain are those of <c>Trainer.Tests</c>; one that needs the whole time limit is for the long run.</summary>
    [Theory]
    [InlineData("matmul")]
    [InlineData("gemv")]
    [InlineData("stencil2d")]
    public void EveryFaultFallsToItsRung(string task)
    {
        var random = new Rng(22);
        foreach (var kind in FaultKind.All.Where(kind => !kind.NeedsProof && (kind.Fault != Fault.NoAdvance || Repository.IsLongRun)))
        {
            if (IsShort(task) && kind.Fault is not (Fault.MissingRemainder or Fault.LongLoop or Fault.WrongStride))
            {
                continue;
            }

            var recipes = RecipeSpace.All(task).Where(recipe => IsRunnable(recipe) && FaultSpace.Of(recipe).Contains(kind.Fault)).ToArray();
            for (var draw = 0; draw < (recipes.Length == 0 ? 0 : Repository.IsLongRun ? 6 : 1); draw++)
            {
                StandsOn(kind.Rung.ToString().ToLowerInvariant(), recipes[random.Below(recipes.Length)] with { Fault = kind.Fault }, random);
            }
        }
    }

    /// <summary>Matrix products stand for the others where time is short.</summary>
    private static bool IsShort(string task) => task != "matmul" && !Repository.IsLongRun;

    private void StandsOn(string expected, Recipe recipe, Rng random)
    {
        var style = Style.Numbered(random.Below(Style.Count));
        var code = KernelPrinter.Print(recipe, style);
        var (level, reason) = bench.Score(new Sample("generated.c", recipe.Task, expected, []), Encoding.UTF8.GetBytes(code), OptimizationLevel.Full);

        Assert.True(level == expected, $"{recipe} style={style}: {level} for {expected}, {reason}\n{code}");
    }

    /// <summary>Whether this machine has the instructions.</summary>
    private static bool IsRunnable(Recipe recipe) => recipe.Unit switch
    {
        VectorUnit.Avx512 => NativeProbe.Processor().Flags.Contains("avx512f"),
        VectorUnit.Avx2 => NativeProbe.Processor().Flags.Contains("avx2"),
        _ => true,
    };
}
