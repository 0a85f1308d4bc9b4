// expect: ok
// needs: avx512f
// Sixteen pixels at a time; for each weight a mask leaves out the lanes whose pixel lies right of the image. The first
// 'radius' columns, where pixels lie left of it, are scalar.
#include <immintrin.h>

static float pixel_at_the_left(int rows, int cols, int radius, const float *image, const float *weight, int i, int j)
{
    const int width = 2 * radius + 1;
    float sum = 0.0f;
    for (int p = 0; p < width; p++)
        for (int q = 0; q <= j + radius && q < width; q++) {
            const int row = i + radius - p, col = j + radius - q;
            if (row >= 0 && row < rows && col < cols)
                sum += weight[p * width + q] * image[row * cols + col];
        }
    return sum;
}

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++) {
        for (int j = 0; j < radius && j < cols; j++)
            out[i * cols + j] = pixel_at_the_left(rows, cols, radius, image, weight, i, j);
        for (int j = radius; j < cols; j += 16) {
            __m512 sum = _mm512_setzero_ps();
            for (int p = 0; p < width; p++) {
                const int row = i + radius - p;
                if (row < 0 || row >= rows)
                    continue;
                for (int q = 0; q < width; q++) {
                    const int first = j + radius - q;
                    if (first >= cols)
                        continue;
                    const __mmask16 lanes = cols - first >= 16 ? 0xFFFF : (__mmask16)((1u << (cols - first)) - 1u);
                    const __m512 pixels = _mm512_maskz_loadu_ps(lanes, image + row * cols + first);
                    sum = _mm512_fmadd_ps(_mm512_set1_ps(weight[p * width + q]), pixels, sum);
                }
            }
            const __mmask16 stored = cols - j >= 16 ? 0xFFFF : (__mmask16)((1u << (cols - j)) - 1u);
            _mm512_mask_storeu_ps(out + i * cols + j, stored, sum);
        }
    }
}
