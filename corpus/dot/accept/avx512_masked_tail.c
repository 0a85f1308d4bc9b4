// expect: ok
// needs: avx512f
// Two vector accumulators; lanes beyond the end load as zero.
#include <immintrin.h>

double dot_optimized(int n, const double *x, const double *y)
{
    __m512d even = _mm512_setzero_pd();
    __m512d odd = _mm512_setzero_pd();
    int i = 0;
    for (; i + 16 <= n; i += 16) {
        even = _mm512_fmadd_pd(_mm512_loadu_pd(x + i), _mm512_loadu_pd(y + i), even);
        odd = _mm512_fmadd_pd(_mm512_loadu_pd(x + i + 8), _mm512_loadu_pd(y + i + 8), odd);
    }
    for (; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i)) - 1u);
        even = _mm512_fmadd_pd(_mm512_maskz_loadu_pd(lanes, x + i), _mm512_maskz_loadu_pd(lanes, y + i), even);
    }
    return _mm512_reduce_add_pd(_mm512_add_pd(even, odd));
}
