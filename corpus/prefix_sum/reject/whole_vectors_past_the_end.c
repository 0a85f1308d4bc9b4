// expect: runtime
// needs: avx512f
// The last eight are loaded and stored whole; leaves x and y unless n % 8 == 0.
#include <immintrin.h>

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const __m512i down_one = _mm512_setr_epi64(0, 0, 1, 2, 3, 4, 5, 6);
    const __m512i down_two = _mm512_setr_epi64(0, 0, 0, 1, 2, 3, 4, 5);
    const __m512i down_four = _mm512_setr_epi64(0, 0, 0, 0, 0, 1, 2, 3);
    __m512d carry = _mm512_setzero_pd();
    for (int i = 0; i < n; i += 8) {
        __m512d sum = _mm512_loadu_pd(x + i);
        sum = _mm512_add_pd(sum, _mm512_maskz_permutexvar_pd(0xFE, down_one, sum));
        sum = _mm512_add_pd(sum, _mm512_maskz_permutexvar_pd(0xFC, down_two, sum));
        sum = _mm512_add_pd(sum, _mm512_maskz_permutexvar_pd(0xF0, down_four, sum));
        sum = _mm512_add_pd(sum, carry);
        _mm512_storeu_pd(y + i, sum);
        carry = _mm512_permutexvar_pd(_mm512_set1_epi64(7), sum);
    }
}
