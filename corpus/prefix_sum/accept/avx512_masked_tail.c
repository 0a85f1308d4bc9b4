// expect: ok
// needs: avx512f
// Eight sums inside a register by additions shifted by 1, 2 and 4 lanes; a mask guards the last, partial eight.
#include <immintrin.h>

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const __m512i down_one = _mm512_setr_epi64(0, 0, 1, 2, 3, 4, 5, 6);
    const __m512i down_two = _mm512_setr_epi64(0, 0, 0, 1, 2, 3, 4, 5);
    const __m512i down_four = _mm512_setr_epi64(0, 0, 0, 0, 0, 1, 2, 3);
    const __m512i last_lane = _mm512_set1_epi64(7);
    __m512d carry = _mm512_setzero_pd();

    for (int i = 0; i < n; i += 8) {
        const __mmask8 lanes = n - i >= 8 ? 0xFF : (__mmask8)((1u << (n - i)) - 1u);
        __m512d sum = _mm512_maskz_loadu_pd(lanes, x + i);
        sum = _mm512_add_pd(sum, _mm512_maskz_permutexvar_pd(0xFE, down_one, sum));
        sum = _mm512_add_pd(sum, _mm512_maskz_permutexvar_pd(0xFC, down_two, sum));
        sum = _mm512_add_pd(sum, _mm512_maskz_permutexvar_pd(0xF0, down_four, sum));
        sum = _mm512_add_pd(sum, carry);
        _mm512_mask_storeu_pd(y + i, lanes, sum);
        carry = _mm512_permutexvar_pd(last_lane, sum);
    }
}
