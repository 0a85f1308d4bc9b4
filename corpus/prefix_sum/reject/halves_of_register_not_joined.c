// expect: verification
// needs: avx2,fma
// Shifts inside the 128-bit halves only, as AVX does: the upper two lanes miss the lower two.
#include <immintrin.h>

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const __m256d zero = _mm256_setzero_pd();
    __m256d carry = zero;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        __m256d sum = _mm256_loadu_pd(x + i);
        sum = _mm256_add_pd(sum, _mm256_shuffle_pd(zero, sum, 0x0));
        sum = _mm256_add_pd(sum, carry);
        _mm256_storeu_pd(y + i, sum);
        carry = _mm256_permute4x64_pd(sum, 0xFF);
    }
    double last = _mm256_cvtsd_f64(carry);
    for (; i < n; i++) {
        last += x[i];
        y[i] = last;
    }
}
