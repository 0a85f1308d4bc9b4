// expect: runtime
// needs: avx2,fma
// Stores that need 32-byte alignment, at a column that has 4.
#include <immintrin.h>

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    if (rows == 0 || cols == 0)
        return;
    for (int j = 0; j < cols; j++) {
        out[j] = in[j];
        out[(long)(rows - 1) * cols + j] = in[(long)(rows - 1) * cols + j];
    }
    for (int i = 0; i < rows; i++) {
        out[(long)i * cols] = in[(long)i * cols];
        out[(long)i * cols + cols - 1] = in[(long)i * cols + cols - 1];
    }
    const __m256 rate = _mm256_set1_ps(kappa);
    for (int i = 1; i < rows - 1; i++) {
        int j = 1;
        for (; j + 8 <= cols - 1; j += 8) {
            const float *at = in + (long)i * cols + j;
            const __m256 center = _mm256_loadu_ps(at);
            const __m256 vertical = _mm256_add_ps(_mm256_loadu_ps(at - cols), _mm256_loadu_ps(at + cols));
            const __m256 horizontal = _mm256_add_ps(_mm256_loadu_ps(at - 1), _mm256_loadu_ps(at + 1));
            const __m256 around = _mm256_add_ps(vertical, horizontal);
            const __m256 laplacian = _mm256_sub_ps(around, _mm256_mul_ps(_mm256_set1_ps(4.0f), center));
            _mm256_store_ps(out + (long)i * cols + j, _mm256_add_ps(center, _mm256_mul_ps(rate, laplacian)));
        }
        for (; j < cols - 1; j++) {
            const long at = (long)i * cols + j;
            out[at] = in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
    }
}
