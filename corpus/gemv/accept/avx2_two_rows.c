// expect: ok
// needs: avx2,fma
// Two rows at once in vectors of four; odd rows and columns one by one.
#include <immintrin.h>

static double sum_of(__m256d all)
{
    const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(all), _mm256_extractf128_pd(all, 1));
    return _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
}

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    int i = 0;
    for (; i + 2 <= m; i += 2) {
        const double *upper = A + (long)i * n;
        const double *lower = upper + n;
        __m256d first = _mm256_setzero_pd();
        __m256d second = _mm256_setzero_pd();
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            const __m256d shared = _mm256_loadu_pd(x + j);
            first = _mm256_fmadd_pd(_mm256_loadu_pd(upper + j), shared, first);
            second = _mm256_fmadd_pd(_mm256_loadu_pd(lower + j), shared, second);
        }
        double a = sum_of(first);
        double b = sum_of(second);
        for (; j < n; j++) {
            a += upper[j] * x[j];
            b += lower[j] * x[j];
        }
        y[i] = alpha * a + beta * y[i];
        y[i + 1] = alpha * b + beta * y[i + 1];
    }
    if (i < m) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
