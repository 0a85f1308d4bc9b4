#include <immintrin.h>

void kernel(double alpha, const double *x, double *y, int n)
{
    const __m256d factor = _mm256_set1_pd(alpha);
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        const __m256d product = _mm256_mul_pd(factor, _mm256_loadu_pd(x + i));
        _mm256_storeu_pd(y + i, _mm256_add_pd(_mm256_loadu_pd(y + i), product));
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
