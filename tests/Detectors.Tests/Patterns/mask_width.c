#include <hpcverify.h>
#include <immintrin.h>

void one_lane_short(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i - 1)) - 1u);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_maskz_loadu_pd(lanes, x + i)); //~ HV3106
    }
}

void rest_by_another_number(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_loadu_pd(x + i));
    const __mmask8 rest = (__mmask8)((1u << (n % 4)) - 1u);
    _mm512_mask_storeu_pd(y + i, rest, _mm512_maskz_loadu_pd(rest, x + i)); //~ HV3106
}

static __mmask8 first(int count) { return (__mmask8)((1u << count) - 1u); }

void eight_bits_for_sixteen_lanes(int n, const float *x, float *y)
{
    int i = 0;
    for (; i + 16 <= n; i += 16)
        _mm512_storeu_ps(y + i, _mm512_loadu_ps(x + i));
    _mm512_mask_storeu_ps(y + i, first(n - i), _mm512_maskz_loadu_ps(first(n - i), x + i)); //~ HV3106
}

#define REST(n, step) ((__mmask8)((1u << ((n) & ((step) - 1))) - 1u))

void rest_by_a_macro(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_loadu_pd(x + i));
    _mm512_mask_storeu_pd(y + i, REST(n, 16), _mm512_maskz_loadu_pd(REST(n, 16), x + i)); //~ HV3106
}

void one_lane_too_many(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i + 1)) - 1);
        _mm512_mask_storeu_pd(y + i, lanes, _mm512_maskz_loadu_pd(lanes, x + i)); //~ HV3106
    }
}

void one_lane_too_many_after_the_loop(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_loadu_pd(x + i));
    const __mmask8 rest = (__mmask8)((1u << (n - i + 1)) - 1);
    _mm512_mask_storeu_pd(y + i, rest, _mm512_maskz_loadu_pd(rest, x + i)); //~ HV3106
}
