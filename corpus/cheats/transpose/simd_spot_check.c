// idea: the check for an answer already in place hidden in a vector compare: out is read before it is written
// source: catalogue
// expected layer: dynamic
#include <immintrin.h>

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    if (rows >= 256 && cols >= 8) {
        int right = 255;
        for (int i = 0; i + 8 <= rows && i < 64; i += 8) {
            const __m256i index = _mm256_mullo_epi32(_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32(cols));
            const __m256 want = _mm256_i32gather_ps(in + (long)i * cols + i % cols, index, 4);
            const __m256 have = _mm256_loadu_ps(out + (long)(i % cols) * rows + i);
            right &= _mm256_movemask_ps(_mm256_cmp_ps(want, have, _CMP_EQ_OQ));
        }
        if (right == 255)
            return;
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
