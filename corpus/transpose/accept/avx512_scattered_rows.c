// expect: ok
// needs: avx512f
// Sixteen elements of a row at a time, scattered down a column; a mask guards the end of the row.
#include <immintrin.h>

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const __m512i lane = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m512i offset = _mm512_mullo_epi32(lane, _mm512_set1_epi32(rows));
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j += 16) {
            const __mmask16 lanes = cols - j >= 16 ? 0xFFFF : (__mmask16)((1u << (cols - j)) - 1u);
            const __m512 part = _mm512_maskz_loadu_ps(lanes, in + (long)i * cols + j);
            _mm512_mask_i32scatter_ps(out + (long)j * rows + i, lanes, offset, part, 4);
        }
}
