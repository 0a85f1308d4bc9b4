using HpcVerify.Detectors.Techniques;
using HpcVerify.Trainer.Variants;

namespace HpcVerify.Trainer.Tests.Variants;

/// <summary>What recipes there are, and how they are written down.</summary>
public sealed class RecipeTests
{
    public static TheoryData<string> Tasks => [.. RecipeSpace.Tasks];

    [Theory, MemberData(nameof(Tasks))]
    public void EveryLineIsReadAgain(string task) =>
        Assert.All(RecipeSpace.All(task), recipe => Assert.Equal(recipe, RecipeText.Parse(recipe.ToString())));

    [Fact]
    public void FaultsArePartOfTheLine()
    {
        var recipe = RecipeSpace.Seed("matmul") with { Fault = Fault.ShortLoop };

        Assert.EndsWith(" fault=shortloop", recipe.ToString(), StringComparison.Ordinal);
        Assert.Equal(recipe, RecipeText.Parse(recipe.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("matmul ijk")]
    [InlineData("matmul ijk unit=mmx block=1x1 tile=0x0x0 tail=loop threads=none prefetch=0")]
    [InlineData("matmul ijk unit=3 block=1x1 tile=0x0x0 tail=loop threads=none prefetch=0")]
    [InlineData("matmul ijk unit=scalar block=01x1 tile=0x0x0 tail=loop threads=none prefetch=0")]
    [InlineData("matmul ijk unit=scalar block=1x1 tile=0x0x0 tail=loop threads=none prefetch=0 names fused")]
    [InlineData("matmul ijk unit=scalar block=1x1 tile=0x0x0 tail=loop threads=none prefetch=0 fault=none")]
    public void WhatIsNoRecipeIsNotRead(string line) => Assert.Null(RecipeText.Parse(line));

    [Theory, MemberData(nameof(Tasks))]
    public void NoRecipeIsThereTwice(string task) => Assert.Equal(RecipeSpace.All(task).Length, RecipeSpace.All(task).Distinct().Count());

    [Theory, MemberData(nameof(Tasks))]
    public void TheSeedIsARecipeOfTheFirstStage(string task)
    {
        Assert.Contains(RecipeSpace.Seed(task), RecipeSpace.All(task));
        Assert.Equal(1, RecipeSpace.Seed(task).Stage);
    }

    [Theory]
    [InlineData("matmul")]
    [InlineData("gemv")]
    [InlineData("stencil2d")]
    public void EveryStageHasRecipes(string task) =>
        Assert.Equal([1, 2, 3, 4, 5, 6], RecipeSpace.All(task).Select(recipe => recipe.Stage).Distinct().Order());

    [Theory, MemberData(nameof(Tasks))]
    public void AStageAllowsTheTechniquesOfItsRecipes(string task) => Assert.All(
        RecipeSpace.All(task), recipe => Assert.Empty(recipe.Techniques.Intersect(Stage.Numbered(recipe.Stage)!.Forbidden)));

    [Fact]
    public void EveryStyleHasANumber() =>
        Assert.Equal(Enumerable.Range(0, Style.Count), Enumerable.Range(0, Style.Count).Select(number => Style.Numbered(number).Number));

    [Fact]
    public void StylesChangeTheText()
    {
        var recipe = new Recipe("matmul", "ijk", VectorUnit.Avx512, 4, 2, new(64, 64, 0), Tail.Mask, Threading.For, 8, IsFused: true);

        Assert.Equal(Style.Count, Enumerable.Range(0, Style.Count).Select(number => KernelPrinter.Print(recipe, Style.Numbered(number))).Distinct().Count());
    }

    [Theory, MemberData(nameof(Tasks))]
    public void EveryFaultChangesTheText(string task)
    {
        var random = new Rng(5);
        foreach (var kind in FaultKind.All)
        {
            var recipes = RecipeSpace.All(task).Where(recipe => FaultSpace.Of(recipe).Contains(kind.Fault)).ToList();
            for (var draw = 0; draw < Math.Min(recipes.Count, 40); draw++)
            {
                var (recipe, style) = (recipes[random.Below(recipes.Count)], Style.Numbered(random.Below(Style.Count)));
                Assert.True(KernelPrinter.Print(recipe, style) != KernelPrinter.Print(recipe with { Fault = kind.Fault }, style), $"{kind.Fault}: {recipe}");
            }
        }
    }

    /// <summary>Printed once, and to stay so: what a model was trained on must be what a seed gives.</summary>
    [Fact]
    public void AKernelIsPrintedLikeThis() => Assert.Equal(
        """
        #include <immintrin.h>

        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
        {
            #pragma omp parallel for
            for (int i = 0; i < M; i++) {
                const double *arow = A + i * K;
                double *crow = C + i * N;
                int j = 0;
                for (; j + 8 <= N; j += 8) {
                    __m512d sum = _mm512_setzero_pd();
                    for (int k = 0; k < K; k++)
                        sum = _mm512_fmadd_pd(_mm512_set1_pd(arow[k]), _mm512_loadu_pd(&B[k * N + j]), sum);
                    _mm512_storeu_pd(&crow[j], sum);
                }
                for (; j < N; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < K; k++)
                        sum += arow[k] * B[k * N + j];
                    crow[j] = sum;
                }
            }
        }

        """,
        KernelPrinter.Print(new("matmul", "ijk", VectorUnit.Avx512, Threading: Threading.For, IsFused: true, HasRowPointers: true), Style.Plain));
}
