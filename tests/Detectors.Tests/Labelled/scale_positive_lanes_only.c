#include <immintrin.h>

void kernel(double alpha, const double *x, double *y, int n)
{
    const __m512d factor = _mm512_set1_pd(alpha);
    for (int i = 0; i < n; i += 8) {
        const __m512d value = _mm512_loadu_pd(x + i);
        const __mmask8 positive = _mm512_cmp_pd_mask(value, _mm512_setzero_pd(), _CMP_GT_OQ);
        _mm512_mask_storeu_pd(y + i, positive, _mm512_mul_pd(value, factor));
    }
}
