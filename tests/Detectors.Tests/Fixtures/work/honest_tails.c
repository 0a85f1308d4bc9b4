// task: axpy
#include <immintrin.h>
void axpy_optimized(int n, double alpha, const double *x, double *y) //= HV7215
{
    const int whole = n / 32 * 32, most = n & ~7;
    const __m512d factor = _mm512_set1_pd(alpha);
    int i = 0;
    for (; i < whole; i += 32)
        for (int lane = 0; lane < 32; lane += 8)
            _mm512_storeu_pd(y + i + lane, _mm512_fmadd_pd(factor, _mm512_loadu_pd(x + i + lane), _mm512_loadu_pd(y + i + lane)));
    while (i < most) {
        _mm512_storeu_pd(y + i, _mm512_fmadd_pd(factor, _mm512_loadu_pd(x + i), _mm512_loadu_pd(y + i)));
        i += 8;
    }
    if (i < n) {
        const __mmask8 left = (__mmask8)((1u << (n - i)) - 1u);
        _mm512_mask_storeu_pd(y + i, left, _mm512_fmadd_pd(factor, _mm512_maskz_loadu_pd(left, x + i), _mm512_maskz_loadu_pd(left, y + i)));
    }
}
