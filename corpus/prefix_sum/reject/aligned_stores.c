// expect: runtime
// needs: avx2,fma
// Stores that need 32-byte alignment into a y that has 8.
#include <immintrin.h>

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const __m256d zero = _mm256_setzero_pd();
    __m256d carry = zero;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        __m256d sum = _mm256_loadu_pd(x + i);
        const __m256d by_one = _mm256_blend_pd(_mm256_permute4x64_pd(sum, 0x90), zero, 1);
        sum = _mm256_add_pd(sum, by_one);
        sum = _mm256_add_pd(sum, _mm256_permute2f128_pd(sum, sum, 0x08));
        sum = _mm256_add_pd(sum, carry);
        _mm256_store_pd(y + i, sum);
        carry = _mm256_permute4x64_pd(sum, 0xFF);
    }
    double last = _mm256_cvtsd_f64(carry);
    for (; i < n; i++) {
        last += x[i];
        y[i] = last;
    }
}
