#include <immintrin.h>

void kernel(double alpha, const double *restrict x, const double *restrict y, double *restrict z, int n)
{
    const __m512d factor = _mm512_set1_pd(alpha);
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_store_pd(z + i, _mm512_fmadd_pd(factor, _mm512_load_pd(x + i), _mm512_load_pd(y + i)));
    if (i < n) {
        const __mmask8 rest = (__mmask8)((1u << (n - i)) - 1u);
        const __m512d u = _mm512_maskz_loadu_pd(rest, x + i), v = _mm512_maskz_loadu_pd(rest, y + i);
        _mm512_mask_storeu_pd(z + i, rest, _mm512_fmadd_pd(factor, u, v));
    }
}
