using HpcVerify.TestKit;
using Xunit.Abstractions;

namespace HpcVerify.Server.Tests.Page;

/// <summary>The page over kernels that are compiled, verified, run and timed.</summary>
public sealed class RealKernelTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    /// <summary>Where a picture of the page goes, with more kernels on it; none is made where it is not set.</summary>
    private const string Picture = "HPCVERIFY_PICTURE";

    private const string OneVectorTooMany = """
        #include <immintrin.h>

        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            __m128d factor = _mm_set1_pd(alpha);
            for (int i = 0; i < n; i += 2) {
                __m128d product = _mm_mul_pd(factor, _mm_loadu_pd(x + i));
                _mm_storeu_pd(y + i, _mm_add_pd(_mm_loadu_pd(y + i), product));
            }
        }
        """;

    private static readonly string[] More =
    [
        "reject/whole_number_factor", "reject/overwrites_y", "reject/undeclared_factor", "reject/tail_dropped", "accept/avx2_two_vectors", "accept/unrolled_by_eight", "reject/calls_cblas_daxpy", "accept/blocked_through_a_buffer",
    ];

    [Fact]
    public async Task ARefutedVectorKernelShowsTheLaneThatLeavesItsBuffer()
    {
        await using var service = await Service.StartReal();
        var picture = Environment.GetEnvironmentVariable(Picture);
        var others = picture is null ? [] : More.Select(name => File.ReadAllText(Repository.PathOf($"corpus/axpy/{name}.c")));
        foreach (var completion in others.Prepend(Kernels.Right).Append(OneVectorTooMany))
        {
            await service.Post("/v1/score", new { profile = "verified", items = new[] { new { task = Kernels.Task, completion } } });
        }

        await using var visit = await browser.Visit(service, output, new() { ViewportSize = new() { Width = 1000, Height = 1230 } });
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelector('[data-cells=lane] .hit') !== null");
        await visit.Wait("document.querySelectorAll('.code li').length > 5");

        Assert.Equal("1", await visit.Text("[data-cells=lane] .hit"));
        Assert.Contains(await visit.Text("[data-fact=line]"), new[] { "7", "8" });
        Assert.Contains("n=", await visit.Text("[data-fact=sizes]"), StringComparison.Ordinal);
        Assert.Contains("proved", await visit.Text("#kernel"), StringComparison.Ordinal);
        if (picture is not null)
        {
            await visit.Page.ScreenshotAsync(new() { Path = picture });
        }
    }
}
