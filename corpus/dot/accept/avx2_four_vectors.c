// expect: ok
// needs: avx2,fma
// Four vector accumulators, a vector loop and a scalar tail.
#include <immintrin.h>

double dot_optimized(int n, const double *x, const double *y)
{
    __m256d a = _mm256_setzero_pd(), b = a, c = a, d = a;
    int i = 0;
    for (; i + 16 <= n; i += 16) {
        a = _mm256_fmadd_pd(_mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i), a);
        b = _mm256_fmadd_pd(_mm256_loadu_pd(x + i + 4), _mm256_loadu_pd(y + i + 4), b);
        c = _mm256_fmadd_pd(_mm256_loadu_pd(x + i + 8), _mm256_loadu_pd(y + i + 8), c);
        d = _mm256_fmadd_pd(_mm256_loadu_pd(x + i + 12), _mm256_loadu_pd(y + i + 12), d);
    }
    for (; i + 4 <= n; i += 4)
        a = _mm256_fmadd_pd(_mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i), a);
    const __m256d all = _mm256_add_pd(_mm256_add_pd(a, b), _mm256_add_pd(c, d));
    const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(all), _mm256_extractf128_pd(all, 1));
    double sum = _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
    for (; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
