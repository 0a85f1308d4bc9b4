// expect: runtime
// needs: avx2,fma
// Stores that need 32-byte alignment into a y that has 8.
#include <immintrin.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const __m256d factor = _mm256_set1_pd(alpha);
    int i = 0;
    for (; i + 4 <= n; i += 4)
        _mm256_store_pd(y + i, _mm256_fmadd_pd(factor, _mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i)));
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
