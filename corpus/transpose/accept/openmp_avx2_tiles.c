// expect: ok
// needs: avx2
// Tiles of 8 x 8 in registers, rows of tiles shared by threads.
#include <immintrin.h>

static void eight_by_eight(const float *in, long in_stride, float *out, long out_stride)
{
    const __m256 r0 = _mm256_loadu_ps(in), r1 = _mm256_loadu_ps(in + in_stride);
    const __m256 r2 = _mm256_loadu_ps(in + 2 * in_stride), r3 = _mm256_loadu_ps(in + 3 * in_stride);
    const __m256 r4 = _mm256_loadu_ps(in + 4 * in_stride), r5 = _mm256_loadu_ps(in + 5 * in_stride);
    const __m256 r6 = _mm256_loadu_ps(in + 6 * in_stride), r7 = _mm256_loadu_ps(in + 7 * in_stride);

    const __m256 p0 = _mm256_unpacklo_ps(r0, r1), p1 = _mm256_unpackhi_ps(r0, r1);
    const __m256 p2 = _mm256_unpacklo_ps(r2, r3), p3 = _mm256_unpackhi_ps(r2, r3);
    const __m256 p4 = _mm256_unpacklo_ps(r4, r5), p5 = _mm256_unpackhi_ps(r4, r5);
    const __m256 p6 = _mm256_unpacklo_ps(r6, r7), p7 = _mm256_unpackhi_ps(r6, r7);

    const __m256 q0 = _mm256_shuffle_ps(p0, p2, 0x44), q1 = _mm256_shuffle_ps(p0, p2, 0xEE);
    const __m256 q2 = _mm256_shuffle_ps(p1, p3, 0x44), q3 = _mm256_shuffle_ps(p1, p3, 0xEE);
    const __m256 q4 = _mm256_shuffle_ps(p4, p6, 0x44), q5 = _mm256_shuffle_ps(p4, p6, 0xEE);
    const __m256 q6 = _mm256_shuffle_ps(p5, p7, 0x44), q7 = _mm256_shuffle_ps(p5, p7, 0xEE);

    _mm256_storeu_ps(out, _mm256_permute2f128_ps(q0, q4, 0x20));
    _mm256_storeu_ps(out + out_stride, _mm256_permute2f128_ps(q1, q5, 0x20));
    _mm256_storeu_ps(out + 2 * out_stride, _mm256_permute2f128_ps(q2, q6, 0x20));
    _mm256_storeu_ps(out + 3 * out_stride, _mm256_permute2f128_ps(q3, q7, 0x20));
    _mm256_storeu_ps(out + 4 * out_stride, _mm256_permute2f128_ps(q0, q4, 0x31));
    _mm256_storeu_ps(out + 5 * out_stride, _mm256_permute2f128_ps(q1, q5, 0x31));
    _mm256_storeu_ps(out + 6 * out_stride, _mm256_permute2f128_ps(q2, q6, 0x31));
    _mm256_storeu_ps(out + 7 * out_stride, _mm256_permute2f128_ps(q3, q7, 0x31));
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int whole_rows = rows - rows % 8;
    const int whole_cols = cols - cols % 8;
#pragma omp parallel for
    for (int i = 0; i < whole_rows; i += 8)
        for (int j = 0; j < whole_cols; j += 8)
            eight_by_eight(in + (long)i * cols + j, cols, out + (long)j * rows + i, rows);
    for (int i = 0; i < rows; i++)
        for (int j = i < whole_rows ? whole_cols : 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
