/* Collects 16 columns of a strip in a local buffer and streams whole lines of the result when they are aligned. */
#include <immintrin.h>
#include <stdint.h>
#include <string.h>

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int aligned = ((uintptr_t)out & 63) == 0 && rows % 16 == 0;
    float block[16][16] __attribute__((aligned(64)));
    for (int i = 0; i < rows; i += 16)
        for (int j = 0; j < cols; j += 16) {
            const int high = rows - i < 16 ? rows - i : 16, wide = cols - j < 16 ? cols - j : 16;
            for (int r = 0; r < high; r++)
                for (int c = 0; c < wide; c++)
                    block[c][r] = in[(long)(i + r) * cols + j + c];
            for (int c = 0; c < wide; c++) {
                float *to = out + (long)(j + c) * rows + i;
                if (aligned) {
                    _mm256_stream_ps(to, _mm256_load_ps(block[c]));
                    _mm256_stream_ps(to + 8, _mm256_load_ps(block[c] + 8));
                } else {
                    memcpy(to, block[c], sizeof(float) * high);
                }
            }
        }
    _mm_sfence();
}
