// task: axpy
// The mask of a comparison of contents chooses between two forms of the same sum, as a whole and lane by lane.
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    const __m512d scale = _mm512_set1_pd(alpha);
    for (; i + 8 <= n; i += 8) {
        __m512d a = _mm512_loadu_pd(x + i), b = _mm512_loadu_pd(y + i);
        __mmask8 below = _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ);
        __m512d sum = _mm512_fmadd_pd(scale, a, b);
        sum = _mm512_mask_mov_pd(sum, below, _mm512_add_pd(_mm512_mul_pd(scale, a), b));
        if (below == 0xff)
            sum = _mm512_fmadd_pd(scale, a, b);
        _mm512_storeu_pd(y + i, sum);
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
