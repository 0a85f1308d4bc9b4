/* Peels single elements until y is aligned, then four aligned vectors at a time; falls through to a scalar tail. */
#include <immintrin.h>
#include <stdint.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const __m256d a = _mm256_set1_pd(alpha);
    int i = 0;
    if (((uintptr_t)y & 7) == 0)
        for (; i < n && ((uintptr_t)(y + i) & 31) != 0; i++)
            y[i] += alpha * x[i];
    if (((uintptr_t)(y + i) & 31) == 0) {
        for (; i + 16 <= n; i += 16) {
            if (i + 80 <= n)
                _mm_prefetch((const char *)(x + i + 64), _MM_HINT_T0);
            for (int k = 0; k < 16; k += 4)
                _mm256_store_pd(y + i + k, _mm256_fmadd_pd(a, _mm256_loadu_pd(x + i + k), _mm256_load_pd(y + i + k)));
        }
    }
    for (; i + 4 <= n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_fmadd_pd(a, _mm256_loadu_pd(x + i), _mm256_loadu_pd(y + i)));
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
