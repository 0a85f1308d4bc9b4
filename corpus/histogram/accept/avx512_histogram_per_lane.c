// expect: ok
// needs: avx512f
// Sixteen values at once; every lane counts into a histogram of its own, so that equal values do not meet in a scatter.
#include <immintrin.h>
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    const __m512i one = _mm512_set1_epi32(1);
    const __m512i lane = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    int *part = calloc((size_t)bins * 16 + 1, sizeof *part);

    for (int i = 0; i < n; i += 16) {
        const __mmask16 lanes = n - i >= 16 ? 0xFFFF : (__mmask16)((1u << (n - i)) - 1u);
        const __m512i bin = _mm512_maskz_loadu_epi32(lanes, value + i);
        const __m512i at = _mm512_add_epi32(_mm512_slli_epi32(bin, 4), lane);
        const __m512i counted = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), lanes, at, part, 4);
        _mm512_mask_i32scatter_epi32(part, lanes, at, _mm512_add_epi32(counted, one), 4);
    }
    for (int b = 0; b < bins; b++)
        count[b] = _mm512_reduce_add_epi32(_mm512_loadu_si512(part + (long)b * 16));
    free(part);
}
