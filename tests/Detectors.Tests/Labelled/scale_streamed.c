#include <immintrin.h>

void kernel(double alpha, const double *x, double *y, int n)
{
    const __m256d factor = _mm256_set1_pd(alpha);
    for (int i = 0; i < n; i += 4)
        _mm256_stream_pd(y + i, _mm256_mul_pd(factor, _mm256_loadu_pd(x + i)));
    _mm_sfence();
}
