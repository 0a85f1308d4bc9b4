/* 8 x 8 blocks turned around in registers, edges one by one. */
#include <immintrin.h>

static void turn(const float *in, long cols, float *out, long rows)
{
    __m256 r[8], t[8];
    for (int i = 0; i < 8; i++)
        r[i] = _mm256_loadu_ps(in + i * cols);
    for (int i = 0; i < 8; i += 2) {
        t[i] = _mm256_unpacklo_ps(r[i], r[i + 1]);
        t[i + 1] = _mm256_unpackhi_ps(r[i], r[i + 1]);
    }
    for (int i = 0; i < 8; i += 4) {
        r[i] = _mm256_shuffle_ps(t[i], t[i + 2], 0x44);
        r[i + 1] = _mm256_shuffle_ps(t[i], t[i + 2], 0xee);
        r[i + 2] = _mm256_shuffle_ps(t[i + 1], t[i + 3], 0x44);
        r[i + 3] = _mm256_shuffle_ps(t[i + 1], t[i + 3], 0xee);
    }
    for (int i = 0; i < 4; i++) {
        _mm256_storeu_ps(out + i * rows, _mm256_permute2f128_ps(r[i], r[i + 4], 0x20));
        _mm256_storeu_ps(out + (i + 4) * rows, _mm256_permute2f128_ps(r[i], r[i + 4], 0x31));
    }
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int whole_rows = rows & ~7, whole_cols = cols & ~7;
    for (int i = 0; i < whole_rows; i += 8)
        for (int j = 0; j < whole_cols; j += 8)
            turn(in + (long)i * cols + j, cols, out + (long)j * rows + i, rows);
    for (int i = 0; i < rows; i++)
        for (int j = i < whole_rows ? whole_cols : 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
