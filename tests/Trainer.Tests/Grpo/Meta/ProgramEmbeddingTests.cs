using System.Collections.Immutable;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Grpo.Meta;

namespace HpcVerify.Trainer.Tests.Grpo.Meta;

/// <summary>What is in an embedding, and what is not.</summary>
public sealed class ProgramEmbeddingTests
{
    private static readonly Similarity Both = new Similarity.Joint(new Similarity.Radial(1), new Similarity.Subtrees());

    [Fact]
    public void LoopsOperationsAndAccessesAreCounted()
    {
        var features = Programs.Of(Programs.Naive).Features;

        Assert.Equal(Math.Log(2), features["loop/1"]);
        Assert.Equal(Math.Log(2), features["loop/3"]);
        Assert.Equal(Math.Log(2), features["operation/Multiply Floating double"]);
        Assert.Equal(Math.Log(3), features["read/double"]);
        Assert.Equal(Math.Log(2), features["write/double"]);
        Assert.DoesNotContain("loop/4", features.Keys);
        Assert.DoesNotContain(features.Keys, name => name.StartsWith("region/", StringComparison.Ordinal));
    }

    [Fact]
    public void TechniquesAreFeatures()
    {
        var features = Programs.Of(Programs.Threaded).Features;

        Assert.Equal(1, features["technique/openmp-threads"]);
        Assert.Equal(Math.Log(2), features["region/Parallel"]);
        Assert.DoesNotContain("technique/openmp-threads", Programs.Of(Programs.Naive).Features.Keys);
    }

    [Fact]
    public void NamesAndLayoutAreNoFeatures()
    {
        var (first, second) = (Programs.Of(Programs.Naive), Programs.Of(Programs.Renamed));

        Assert.Equal(first.Features, second.Features);
        Assert.Equal(first.Subtrees, second.Subtrees);
    }

    [Fact]
    public void NearerProgramsAreMoreAlike()
    {
        var alike = Both.Among([Programs.Of(Programs.Naive), Programs.Of(Programs.Renamed), Programs.Of(Programs.Threaded), Programs.Of(Programs.Copy)]);

        Assert.Equal(1, alike[0, 1], 1e-12);
        Assert.InRange(alike[0, 2], alike[0, 3], 0.999);
        Assert.InRange(alike[0, 3], 0, 0.5);
    }

    [Fact]
    public void AFileWithoutTheEntryPointIsNoProgram() => Assert.Null(ProgramEmbedding.Of(FrontEndForTests.Parse("void kernel(int n);").Value, "kernel"));

    [Fact]
    public void WhatIsNoProgramIsLikeNothing()
    {
        var alike = Both.Among([null, Programs.Of(Programs.Copy), null]);

        Assert.Equal((1, 0, 0, 0), (alike[0, 0], alike[0, 1], alike[0, 2], alike[1, 2]));
    }

    /// <summary>Deeper subtrees tell apart what counts of nodes do not: the sum of two products from the product of two sums.</summary>
    [Fact]
    public void SubtreesSeeHowNodesHangTogether()
    {
        var (first, second) = (Programs.Of(Expression("(a[0] + a[1]) * a[2] * a[3]")), Programs.Of(Expression("(a[0] + a[1] * a[2]) * a[3]")));

        Assert.Equal(first.Features, second.Features);
        Assert.InRange(new Similarity.Subtrees().Among([first, second])[0, 1], 0, 0.999);
        string Expression(string value) => $"void kernel(double *a) {{ a[0] = {value}; }}";
    }

    /// <summary>On kernels as they come, the kernels are what they are called: symmetric, between 0 and 1, without negative eigenvalues.</summary>
    [Fact]
    public void SimilaritiesAreKernels()
    {
        ImmutableArray<ProgramEmbedding?> programs = [.. Programs.OfCorpus("matmul"), .. Programs.OfCorpus("stencil2d"), .. Programs.OfCorpus("gemv")];
        Similarity[] kinds = [new Similarity.Radial(null), new Similarity.Radial(2), new Similarity.Subtrees(), Both];

        Assert.DoesNotContain(null, programs);
        Assert.All(kinds, kind =>
        {
            var matrix = kind.Among(programs);
            Assert.All(Enumerable.Range(0, programs.Length), index => Assert.Equal(1, matrix[index, index]));
            Assert.All(matrix.Cast<double>(), entry => Assert.InRange(entry, 0, 1));
            Assert.All(SymmetricEigenvalues.Of(matrix), eigenvalue => Assert.InRange(eigenvalue, -1e-9, programs.Length));
        });
    }

    /// <summary>Kernels of a task are nearer to each other than to those of another, which is what neighbours are for.</summary>
    [Fact]
    public void TasksAreNeighbourhoods()
    {
        var (products, stencils) = (Programs.OfCorpus("matmul"), Programs.OfCorpus("stencil2d"));
        var alike = Both.Among([.. products, .. stencils]);
        double Mean(Func<int, int, bool> isCounted) => Pairs().Where(pair => isCounted(pair.Row, pair.Column)).Average(pair => alike[pair.Row, pair.Column]);
        IEnumerable<(int Row, int Column)> Pairs() =>
            from row in Enumerable.Range(0, products.Length + stencils.Length) from column in Enumerable.Range(0, row) select (row, column);

        Assert.True(Mean((row, column) => row < products.Length == column < products.Length) > 2 * Mean((row, column) => row < products.Length != column < products.Length));
    }
}
