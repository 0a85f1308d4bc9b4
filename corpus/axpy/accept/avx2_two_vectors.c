// expect: ok
// needs: avx2,fma
// Two vectors of four a step, then one by one.
#include <immintrin.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const __m256d factor = _mm256_set1_pd(alpha);
    int i = 0;
    for (; i + 8 <= n; i += 8) {
        const __m256d first = _mm256_fmadd_pd(factor, _mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i));
        const __m256d second = _mm256_fmadd_pd(factor, _mm256_loadu_pd(x + i + 4), _mm256_loadu_pd(y + i + 4));
        _mm256_storeu_pd(y + i, first);
        _mm256_storeu_pd(y + i + 4, second);
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
