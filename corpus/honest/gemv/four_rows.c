/* Four rows share the loads of x; what is left of the rows and columns is done singly. */
#include <immintrin.h>

static double across(__m256d v)
{
    const __m128d half = _mm_add_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd(v, 1));
    return _mm_cvtsd_f64(_mm_add_sd(half, _mm_unpackhi_pd(half, half)));
}

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    int i = 0;
    for (; i + 4 <= m; i += 4) {
        const double *row[4];
        for (int r = 0; r < 4; r++)
            row[r] = A + (long)(i + r) * n;
        __m256d sum[4] = {_mm256_setzero_pd(), _mm256_setzero_pd(), _mm256_setzero_pd(), _mm256_setzero_pd()};
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            const __m256d part = _mm256_loadu_pd(x + j);
            for (int r = 0; r < 4; r++)
                sum[r] = _mm256_fmadd_pd(_mm256_loadu_pd(row[r] + j), part, sum[r]);
        }
        for (int r = 0; r < 4; r++) {
            double total = across(sum[r]);
            for (int k = j; k < n; k++)
                total += row[r][k] * x[k];
            y[i + r] = alpha * total + beta * y[i + r];
        }
    }
    for (; i < m; i++) {
        double total = 0.0;
        for (int j = 0; j < n; j++)
            total += A[(long)i * n + j] * x[j];
        y[i] = alpha * total + beta * y[i];
    }
}
