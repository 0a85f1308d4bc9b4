using HpcVerify.Rewards.Policy;

namespace HpcVerify.Corpus.Tests;

/// <summary>What the profile 'verified' pays for kernels that run for real.</summary>
public sealed class VerifiedProfileTests(Bench bench) : IClassFixture<Bench>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-verified-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("axpy/accept/avx2_two_vectors.c")]
    [InlineData("dot/accept/four_accumulators.c")]
    public void AProvedKernelEarnsItsSpeed(string file)
    {
        var (score, evidence) = Score(file);

        Assert.Equal(ProofState.Proved, evidence.Proof!.State);
        Assert.Equal((Level.Ok, evidence.Measurement!.Speed), (score.Level, score.Reward));
    }

    [Theory]
    [InlineData("dot/accept/compensated_blocks.c", ProofState.Unknown)]
    [InlineData("fft_radix2/accept/openmp_tasks.c", ProofState.Unsupported)]
    public void AKernelThatStaysOpenEarnsNoMoreThanTheNaiveOne(string file, ProofState state)
    {
        var (score, evidence) = Score(file);

        Assert.Equal((Level.Ok, state), (score.Level, evidence.Proof!.State));
        Assert.InRange(score.Reward, 0, evidence.Measurement!.NaiveSpeed!.Value);
    }

    [Theory]
    [InlineData("matmul/reject/right_only_at_score_size.c")]
    [InlineData("matmul/reject/lazy_above_two_hundred_rows.c")]
    public void AKernelThatIsRightAtTheScoredSizeOnlyIsWrongAndTheSizeIsNamed(string file)
    {
        var (score, evidence) = Score(file);

        Assert.Equal((Level.Verification, -10), (score.Level, score.Reward));
        Assert.StartsWith("M=", evidence.Failure!.Sizes, StringComparison.Ordinal);
        Assert.StartsWith("M=", evidence.Proof!.FailingSizes, StringComparison.Ordinal);
    }

    [Fact]
    public void AKernelThatIsWrongWhereNoTestLooksIsWrong()
    {
        const string Wrong = """
            void axpy_optimized(int n, double alpha, const double *x, double *y)
            {
                for (int i = 0; i < n - (n == 771); i++)
                    y[i] += alpha * x[i];
            }
            """;
        var path = Path.Combine(_folder, "kernel.c");
        File.WriteAllText(path, Wrong);
        var sample = new Sample(path, "axpy", "verification", []);

        Assert.Equal("ok", bench.Score(sample, HpcVerify.Verifier.Native.OptimizationLevel.Full).Level);
        var (score, evidence) = bench.ScoreVerified(sample);
        Assert.Equal((Level.Verification, -10.0, "n=771"), Assert.IsType<Score.Scored>(score) is var scored ? (scored.Level, scored.Reward, evidence.Failure!.Sizes) : default);
    }

    private (Score.Scored Score, Evidence Evidence) Score(string file)
    {
        var sample = Sample.All(Bench.CorpusDirectory).Single(sample => sample.Path.EndsWith("/" + file, StringComparison.Ordinal));
        var (score, evidence) = bench.ScoreVerified(sample);
        return (Assert.IsType<Score.Scored>(score), evidence);
    }
}
