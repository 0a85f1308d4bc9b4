// task: axpy
// A masked load touches only the lanes of its mask, even where the others lie past the end.
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i += 8) {
        __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i)) - 1u);
        __m512d a = _mm512_maskz_loadu_pd(lanes, x + i), b = _mm512_maskz_loadu_pd(lanes, y + i);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_fmadd_pd(_mm512_set1_pd(alpha), a, b));
    }
}
