/* Scans four numbers in a register by two shifted additions and carries the last one on. */
#include <immintrin.h>

void prefix_sum_optimized(int n, const double *x, double *y)
{
    __m256d carry = _mm256_setzero_pd();
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        __m256d v = _mm256_loadu_pd(x + i);
        const __m256d zero = _mm256_setzero_pd();
        v = _mm256_add_pd(v, _mm256_blend_pd(_mm256_permute4x64_pd(v, 0x90), zero, 1));
        v = _mm256_add_pd(v, _mm256_permute2f128_pd(v, v, 0x08));
        v = _mm256_add_pd(v, carry);
        _mm256_storeu_pd(y + i, v);
        carry = _mm256_permute4x64_pd(v, 0xff);
    }
    double sum = _mm256_cvtsd_f64(carry);
    for (; i < n; i++) {
        sum += x[i];
        y[i] = sum;
    }
}
