using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Variants;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Trainer.Tests.Variants;

/// <summary>What generated kernels are to those who read and prove them; <c>Corpus.Tests</c> runs some.</summary>
public sealed class GeneratedKernelTests
{
    private static readonly string[] Five = ["cache-blocking", "openmp-threads", "prefetch", "register-blocking", "simd"];

    public static TheoryData<string> Tasks => [.. RecipeSpace.Tasks];

    private static int DrawsPerStage => Repository.IsLongRun ? 60 : 4;

    [Theory, MemberData(nameof(Tasks))]
    public void NothingIsFoundInKernelsWithoutAFault(string name)
    {
        var task = TaskNamed(name);
        foreach (var variant in OfEveryStage(name, seed: 11))
        {
            var report = Read(variant, task);
            Assert.True(report.Findings.IsEmpty && report.Failure is null, $"{variant.Recipe} style={variant.Style}: {string.Join("; ", report.Findings.Select(finding => finding.Message))}\n{variant.Code}");
        }
    }

    [Theory, MemberData(nameof(Tasks))]
    public void DetectorsFindTheTechniquesThatARecipeHas(string name)
    {
        foreach (var variant in OfEveryStage(name, seed: 12))
        {
            var found = TechniqueSuite.Find(FrontEndForTests.Parse(SourceText.From("kernel.c", variant.Code)).Value, $"{name}_optimized").Select(finding => finding.Technique);
            Assert.True(
                variant.Recipe.Techniques.Order(StringComparer.Ordinal).SequenceEqual(found.Intersect(Five).Order(StringComparer.Ordinal)),
                $"{variant.Recipe} style={variant.Style}: {string.Join(' ', found)}\n{variant.Code}");
        }
    }

    [Theory, MemberData(nameof(Tasks))]
    public void StagesBeforeItsOwnRefuseARecipe(string name)
    {
        var task = TaskNamed(name);
        foreach (var variant in OfEveryStage(name, seed: 13).Where(variant => variant.Recipe.Stage is 3 or 4 or 5))
        {
            var report = StaticAnalysis.Run("kernel.c", Encoding.UTF8.GetBytes(variant.Code), task, FrontEndForTests.FrontEnd, new(Stage.Numbered(variant.Recipe.Stage - 1), []));
            Assert.Equal(Level.Library, report.Failure?.Level);
        }
    }

    /// <summary>Faults of form and of policy are seen without a compiler, and no other fault stands on their rungs.</summary>
    [Theory, MemberData(nameof(Tasks))]
    public void OnlyFaultsOfFormAndPolicyAreDecidedByReading(string name)
    {
        var task = TaskNamed(name);
        foreach (var variant in WithEveryFault(name, seed: 14))
        {
            var failure = Read(variant, task).Failure?.Level;
            Assert.True(failure == (variant.ExpectedLevel is Level.Format or Level.Library ? variant.ExpectedLevel : null), $"{variant.Recipe} style={variant.Style}: {failure}\n{variant.Code}");
        }
    }

    /// <summary>What tests may miss is refuted by proof, which is how these kernels fall to their rung.</summary>
    [Fact]
    public void FaultsThatTestsMayMissAreRefuted()
    {
        var prover = new Prover(FrontEndForTests.FrontEnd, BoundedOptions.Default);
        var kernels = RecipeSpace.Tasks.SelectMany(name => WithEveryFault(name, seed: 15)).Where(variant => FaultKind.Of(variant.Recipe.Fault).NeedsProof)
            .DistinctBy(variant => Repository.IsLongRun ? (variant.Recipe.Task, variant.Recipe.Fault) : ("", variant.Recipe.Fault));
        foreach (var variant in kernels)
        {
            var task = TaskNamed(variant.Recipe.Task);
            var proof = Proof.Of(prover.Verify(Read(variant, task), task, CancellationToken.None).Report);
            Assert.True(proof.State == ProofState.Refuted, $"{variant.Recipe} style={variant.Style}: {proof.State}, {proof.Reason}\n{variant.Code}");
        }
    }

    /// <summary>The proof that a corpus line is marked with, for one kernel of each of some stages.</summary>
    [Theory]
    [InlineData("axpy")]
    [InlineData("gemv")]
    [InlineData("matmul")]
    [InlineData("stencil2d")]
    public void KernelsWithoutAFaultAreProved(string name)
    {
        var (task, prover) = (TaskNamed(name), new Prover(FrontEndForTests.FrontEnd, BoundedOptions.Default));
        foreach (var variant in OfEveryStage(name, seed: 16).GroupBy(variant => variant.Recipe.Stage).SelectMany(stage => stage.Take(Repository.IsLongRun ? 10 : 1)))
        {
            var proof = Proof.Of(prover.Verify(Read(variant, task), task, CancellationToken.None).Report);
            Assert.True(proof.State == ProofState.Proved, $"{variant.Recipe} style={variant.Style}: {proof.State}, {proof.Reason}\n{variant.Code}");
        }
    }

    private static List<KernelVariant> OfEveryStage(string task, ulong seed)
    {
        var random = new Rng(seed);
        return RecipeSpace.All(task).GroupBy(recipe => recipe.Stage).OrderBy(stage => stage.Key).SelectMany(stage => Drawn([.. stage], DrawsPerStage, random)).ToList();
    }

    private static List<KernelVariant> WithEveryFault(string task, ulong seed)
    {
        var random = new Rng(seed);
        return FaultKind.All.SelectMany(kind => Drawn(
            [.. RecipeSpace.All(task).Where(recipe => FaultSpace.Of(recipe).Contains(kind.Fault)).Select(recipe => recipe with { Fault = kind.Fault })],
            Repository.IsLongRun ? 10 : 2, random)).ToList();
    }

    private static IEnumerable<KernelVariant> Drawn(Recipe[] recipes, int count, Rng random) => recipes.Length == 0 ? [] :
        Enumerable.Range(0, count).Select(_ => new KernelVariant(recipes[random.Below(recipes.Length)], Style.Numbered(random.Below(Style.Count))));

    private static StaticReport Read(KernelVariant variant, KernelTask task) => StaticAnalysis.Run("kernel.c", Encoding.UTF8.GetBytes(variant.Code), task, FrontEndForTests.FrontEnd);

    private static KernelTask TaskNamed(string name) => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;
}
