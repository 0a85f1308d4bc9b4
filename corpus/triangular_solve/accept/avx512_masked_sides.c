// expect: ok
// needs: avx512f
// Eight right-hand sides in a register, two rows at a time; a mask guards the last, partial eight.
#include <immintrin.h>

static __m512d rest_of_row(int n, int m, const double *lower, const double *b, int i, int j, int end, __mmask8 lanes)
{
    __m512d rest = _mm512_maskz_loadu_pd(lanes, b + i * m + j);
    for (int k = 0; k < end; k++) {
        const __m512d solved = _mm512_maskz_loadu_pd(lanes, b + k * m + j);
        rest = _mm512_fnmadd_pd(_mm512_set1_pd(lower[i * n + k]), solved, rest);
    }
    return rest;
}

void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int j = 0; j < m; j += 8) {
        const __mmask8 lanes = m - j >= 8 ? 0xFF : (__mmask8)((1u << (m - j)) - 1u);
        int i = 0;
        for (; i + 2 <= n; i += 2) {
            const __m512d upper = rest_of_row(n, m, lower, b, i, j, i, lanes);
            const __m512d under = rest_of_row(n, m, lower, b, i + 1, j, i, lanes);
            const __m512d first = _mm512_div_pd(upper, _mm512_set1_pd(diagonal[i]));
            const __m512d last = _mm512_fnmadd_pd(_mm512_set1_pd(lower[(i + 1) * n + i]), first, under);
            _mm512_mask_storeu_pd(b + i * m + j, lanes, first);
            _mm512_mask_storeu_pd(b + (i + 1) * m + j, lanes, _mm512_div_pd(last, _mm512_set1_pd(diagonal[i + 1])));
        }
        if (i < n) {
            const __m512d rest = rest_of_row(n, m, lower, b, i, j, i, lanes);
            _mm512_mask_storeu_pd(b + i * m + j, lanes, _mm512_div_pd(rest, _mm512_set1_pd(diagonal[i])));
        }
    }
}
