#include <immintrin.h>

void kernel(double alpha, const double *x, double *y, int n)
{
    const __m256d factor = _mm256_set1_pd(alpha);
    int i = 0;
    for (; i + 8 <= n; i += 8) {
        const __m256d low = _mm256_load_pd(x + i);
        const __m256d high = _mm256_load_pd(x + i + 4);
        _mm256_stream_pd(y + i, _mm256_mul_pd(factor, low));
        _mm256_stream_pd(y + i + 4, _mm256_mul_pd(factor, high));
    }
    _mm_sfence();
    for (; i < n; i++)
        y[i] = alpha * x[i];
}
