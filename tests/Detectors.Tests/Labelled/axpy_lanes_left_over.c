#include <immintrin.h>

void kernel(double alpha, const double *x, double *y, int n)
{
    const __m512d factor = _mm512_set1_pd(alpha);
    for (int i = 0; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i)) - 1u);
        const __m512d left = _mm512_maskz_loadu_pd(lanes, x + i);
        const __m512d right = _mm512_maskz_loadu_pd(lanes, y + i);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_fmadd_pd(factor, left, right));
    }
}
