using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

/// <summary>What is found in kernels beside the labelled ones, and with which parameters.</summary>
public sealed class TechniqueTests
{
    /// <summary>Code, and the findings of all detectors but the loop order.</summary>
    public static TheoryData<string, string> Kernels => new()
    {
        {
            """
            void kernel(int M, int N, int K, double A[M][K], double B[K][N], double C[M][N])
            {
                int ii, jj, kk, i, j, k, ie;
                for (ii = 0; ii < M; ii += 32) {
                    ie = ii + 32;
                    if (ie > M) ie = M;
                    for (kk = 0; kk < K; kk += 16)
                        for (jj = 0; jj < N; jj += 64)
                            for (i = ii; i < ie; i++)
                                for (k = kk; k < kk + 16; k++)
                                    for (j = jj; j < jj + 64; j++)
                                        C[i][j] += A[i][k] * B[k][j];
                }
            }
            """,
            "cache-blocking: tile 32x16x64; read-modify-write: statements 1"
        },
        {
            """
            void kernel(const double *A, const double *B, double *C, int N, int K)
            {
                for (unsigned long j = 0; j < (unsigned long)N; j += 2) {
                    const double *b = B + j;
                    double c0 = 0, c1 = 0;
                    for (int k = 0; k < K; k++, b += N) {
                        c0 += A[k] * b[0];
                        c1 += A[k] * b[1];
                    }
                    C[j] = c0;
                    C[j + 1] = c1;
                }
            }
            """,
            "register-blocking: accumulators 2, vectors no; unrolling: factor 2"
        },
        {
            """
            double kernel(const double *x, int n)
            {
                double low = x[0], high = x[0];
                for (int i = 1; i < n; i++) {
                    if (x[i] < low) low = x[i];
                    if (x[i] > high) high = x[i];
                }
                return high - low;
            }
            """,
            "register-blocking: accumulators 2, vectors no"
        },
        {
            """
            #include <omp.h>
            void kernel(const double *A, double *B, int M, int N)
            {
            #pragma omp parallel num_threads(4)
                {
                    const int me = omp_get_thread_num(), team = omp_get_num_threads();
                    for (int ib = 64 * me; ib < M; ib += 64 * team)
                        for (int j = 0; j < N; j++)
                            for (int i = ib; i < ib + 64 && i < M; i++)
                                B[j * M + i] = A[i * N + j];
                }
            }
            """,
            "cache-blocking: tile 64; manual-split: kind cyclic; openmp-threads: kind manual split, num_threads 4"
        },
        {
            """
            #include <omp.h>
            void kernel(double *x, int n)
            {
            #pragma omp parallel
                {
                    if (omp_get_thread_num() == 0)
                        x[0] = 0;
            #pragma omp for schedule(dynamic, 16) collapse(1)
                    for (int i = 1; i < n; i++)
                        x[i] = 1;
                }
            }
            """,
            "openmp-threads: kind parallel for, schedule dynamic 16"
        },
        {
            """
            static void inner(double *y, const double *x, int n, int depth)
            {
                if (depth > 0) { inner(y, x, n, depth - 1); return; }
                for (int i = 0; i < n; i++) {
                    __builtin_prefetch(&x[i + 8]);
                    y[i] -= x[i];
                }
            }
            static void outer(double *y, const double *x, int n) { inner(y, x, n, 2); }
            void kernel(double *y, const double *x, int n)
            {
                void (*const f)(double *, const double *, int) = outer;
                f(y, x, n);
            }
            """,
            "prefetch: distance i+8; read-modify-write: statements 1"
        },
        {
            """
            double kernel(const double *x, int n)
            {
                double s0 = 0, s1 = 0;
                for (int i = 0; i < n; i++) {
                    s0 += x[i];
                    s1 = s0 + s1;
                }
                return s0 + s1;
            }
            """,
            ""
        },
        {
            """
            void kernel(const double *a, double *y, int m, int n)
            {
            #pragma omp unroll partial(4)
                for (int i = 0; i < m; i++) {
                    double block[4];
                    for (int r = 0; r < 4; r++)
                        block[r] = a[i * 4 + r];
                    y[i] = block[0] + block[1] + block[2] + block[3];
                }
            }
            """,
            "unrolling: by unroll"
        },
        {
            """
            #include <immintrin.h>
            double kernel(const int *row, const double *v, int m)
            {
                __m512d sum = _mm512_setzero_pd();
                for (int i = 0; i < m; i++)
                    for (int e = row[i]; e < row[i + 1]; e += 8) {
                        const __mmask8 left = row[i + 1] - e >= 8 ? 0xFF : (__mmask8)((1u << (row[i + 1] - e)) - 1u);
                        sum = _mm512_add_pd(sum, _mm512_maskz_loadu_pd(left, v + e));
                    }
                return _mm512_reduce_add_pd(sum);
            }
            """,
            "masked-tail: by _mm512_maskz_loadu_pd; simd: width 512, isa avx512f"
        },
        { "void kernel(double *x) { return; for (;;) __builtin_prefetch(x); }", "" },
        { "void kernel(double *x, int n) { for (;;) { if (n-- == 0) break; __builtin_prefetch(x + n); } }", "prefetch" },
        { "void kernel(double *x, int n) { switch (n) { case 1: __builtin_prefetch(x); break; default: x[n]++; } }", "prefetch; read-modify-write: statements 1" },
        { "void kernel(double *x, int n) { goto end; again: __builtin_prefetch(x); end: if (n-- > 0) goto again; }", "prefetch" },
    };

    [Theory, MemberData(nameof(Kernels))]
    public void TechniquesAreFoundWithTheirParameters(string code, string expected) => Assert.Equal(expected, Found(code));

    [Theory]
    [InlineData("fig09_collapsed_tiles", "openmp-threads: kind parallel for, collapse 2, schedule static, num_threads 40")]
    [InlineData("fig09_collapsed_tiles", "prefetch: distance k+1")]
    [InlineData("fig10_manual_chunks", "prefetch: distance k+8")]
    [InlineData("fig11_register_blocks", "cache-blocking: tile 64x64")]
    [InlineData("fig12_blocks_of_128", "cache-blocking: tile 128x128")]
    [InlineData("fig13_triple_loop", "unrolling: factor 8")]
    [InlineData("fig14_array_of_sums", "register-blocking: accumulators 8, vectors yes")]
    [InlineData("fig14_array_of_sums", "manual-split: kind range")]
    [InlineData("fig14_array_of_sums", "simd: width 512, isa avx512f")]
    public void FiguresOfThePaperHaveTheirParameters(string figure, string expected) =>
        Assert.Contains(expected, Found(File.ReadAllText(Repository.PathOf($"tests/Detectors.Tests/Labelled/plain/{figure}.c"))).Split("; "));

    /// <summary>Temporaries that are made of each other twice over, of themselves, or of one another.</summary>
    public static TheoryData<string> Tangles => new()
    {
        $"void kernel(double *y, int n) {{ for (int i = 0; i < n; i += 2) {{ double t0 = y[i]; int k0 = i; {Repeated(60, "double t{1} = t{0} + t{0} * t{0}; int k{1} = k{0} + k{0};")} y[k60] += t60; y[k60 + 1] += t60; }} }}",
        $"void kernel(double *y, int n) {{ {Repeated(12, "int k{1} = (n + {0}) * (n - {0});")} y[{string.Join('*', Enumerable.Range(1, 12).Select(k => $"k{k}"))}] += 1; }}",
        "void kernel(double *y, int n) { int a, b; double s, t; for (int i = 0; i < n; i += 2) { a = b + 1; b = a + 1; s = s + t; t = t + s; y[a] = s; y[b] = t; } }",
        "void kernel(double *y, int n) { int a, b; for (;;) { a = b; b = a; y[a]++; if (y[b] > n) break; } }",
        $"{Repeated(40, "static void f{0}(double *y) {{ f{1}(y); f{1}(y); }}", "static void f{0}(double *y);")} void kernel(double *y) {{ f0(y); }}",
    };

    [Theory, MemberData(nameof(Tangles))]
    public void TangledCodeIsLookedAtInReasonableTime(string code)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = Found(code);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    private static string Repeated(int count, string text, string before = "") =>
        string.Concat(Enumerable.Range(0, before.Length > 0 ? count + 1 : 0).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, before, number)))
        + string.Concat(Enumerable.Range(0, count).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, number, number + 1)));

    [Fact]
    public void LoopOrderIsThatOfTheDeepestNest() =>
        Assert.Equal(["i-k-j"], TechniqueSuite.Find(
            FrontEndForTests.Parse("void kernel(int n, double *c) { for (int e = 0; e < n; e++) c[e] = 0; for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i] += k; }").Value,
            "kernel").Where(finding => finding.Technique == "loop-order").Select(finding => finding.Parameters[0].Value));

    private static string Found(string code) => string.Join("; ", TechniqueSuite.Find(FrontEndForTests.Parse(SourceText.From("kernel.c", code)).Value, "kernel")
        .Where(finding => finding.Technique != "loop-order")
        .Select(finding => finding.Parameters.IsEmpty ? finding.Technique : $"{finding.Technique}: {finding.Details}")
        .Distinct().Order(StringComparer.Ordinal));
}
