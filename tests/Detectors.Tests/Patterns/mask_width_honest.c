#include <hpcverify.h>
#include <immintrin.h>

void what_is_left(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i)) - 1u);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_maskz_loadu_pd(lanes, x + i));
    }
}

void rest_after_the_loop(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_loadu_pd(x + i));
    const __mmask8 rest = (__mmask8)((1u << (n % 8)) - 1u);
    _mm512_mask_storeu_pd(y + i, rest, _mm512_maskz_loadu_pd(rest, x + i));
}

void sixteen_bits(int n, const float *x, float *y)
{
    int i = 0;
    for (; i + 16 <= n; i += 16)
        _mm512_storeu_ps(y + i, _mm512_loadu_ps(x + i));
    const __mmask16 rest = (__mmask16)((1u << (n - i)) - 1u);
    _mm512_mask_storeu_ps(y + i, rest, _mm512_maskz_loadu_ps(rest, x + i));
}

void without_the_border(int n, const double *x, double *y)
{
    for (int i = 1; i < n - 1; i += 8) {
        const __mmask8 lanes = n - 1 - i >= 8 ? 0xFF : (__mmask8)((1u << (n - 1 - i)) - 1u);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_maskz_loadu_pd(lanes, x + i));
    }
}

void mask_of_data(int n, const double *x, double *y)
{
    for (int i = 0; i + 8 <= n; i += 8) {
        const __m512d value = _mm512_loadu_pd(x + i);
        _mm512_mask_storeu_pd(y + i, _mm512_cmp_pd_mask(value, _mm512_setzero_pd(), _CMP_GT_OQ), value);
    }
    for (int i = n / 8 * 8; i < n; i++)
        if (x[i] > 0.0)
            y[i] = x[i];
}

void up_to_and_with_the_last(int last, const double *x, double *y)
{
    for (int i = 0; i <= last; i += 8) {
        const __mmask8 lanes = last - i >= 7 ? 0xFF : (__mmask8)((1u << (last - i + 1)) - 1u);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_maskz_loadu_pd(lanes, x + i));
    }
}
