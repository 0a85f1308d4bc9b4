// expect: ok
// needs: avx2,fma
// Eight pixels at a time while the weights' whole width lies inside the row; the columns left and right of them are scalar.
#include <immintrin.h>

static float one_pixel(int rows, int cols, int radius, const float *image, const float *weight, int i, int j)
{
    const int width = 2 * radius + 1;
    float sum = 0.0f;
    for (int p = 0; p < width; p++)
        for (int q = 0; q < width; q++) {
            const int row = i + radius - p, col = j + radius - q;
            if (row >= 0 && row < rows && col >= 0 && col < cols)
                sum += weight[p * width + q] * image[row * cols + col];
        }
    return sum;
}

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++) {
        const int p_first = i + radius >= rows ? i + radius - rows + 1 : 0;
        const int p_last = i + radius < width ? i + radius : width - 1;
        int j = 0;
        for (; j < radius && j < cols; j++)
            out[i * cols + j] = one_pixel(rows, cols, radius, image, weight, i, j);
        for (; j + 8 + radius <= cols; j += 8) {
            __m256 sum = _mm256_setzero_ps();
            for (int p = p_first; p <= p_last; p++)
                for (int q = 0; q < width; q++) {
                    const __m256 pixels = _mm256_loadu_ps(image + (i + radius - p) * cols + j + radius - q);
                    sum = _mm256_fmadd_ps(_mm256_set1_ps(weight[p * width + q]), pixels, sum);
                }
            _mm256_storeu_ps(out + i * cols + j, sum);
        }
        for (; j < cols; j++)
            out[i * cols + j] = one_pixel(rows, cols, radius, image, weight, i, j);
    }
}
