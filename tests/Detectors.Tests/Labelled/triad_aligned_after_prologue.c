#include <immintrin.h>
#include <stdint.h>

static inline void set(double *p, __m256d v)
{
    _mm256_store_pd(p, v);
}

void kernel(double alpha, const double *x, const double *y, double *z, int n)
{
    const __m256d factor = _mm256_set1_pd(alpha);
    int i = 0;
    for (; i < n && (uintptr_t)(z + i) % 32 != 0; i++)
        z[i] = alpha * x[i] + y[i];
    for (; i + 4 <= n; i += 4)
        set(z + i, _mm256_add_pd(_mm256_mul_pd(factor, _mm256_loadu_pd(x + i)), _mm256_loadu_pd(y + i)));
    for (; i < n; i++)
        z[i] = alpha * x[i] + y[i];
}
