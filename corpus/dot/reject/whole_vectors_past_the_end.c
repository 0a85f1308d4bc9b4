// expect: runtime
// needs: avx512f
// Loads whole vectors and masks the sum instead of the loads; reads past the vectors unless n % 8 == 0.
#include <immintrin.h>

double dot_optimized(int n, const double *x, const double *y)
{
    __m512d sum = _mm512_setzero_pd();
    for (int i = 0; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i)) - 1u);
        const __m512d a = _mm512_loadu_pd(x + i);
        const __m512d b = _mm512_loadu_pd(y + i);
        sum = _mm512_mask_add_pd(sum, lanes, sum, _mm512_mul_pd(a, b));
    }
    return _mm512_reduce_add_pd(sum);
}
