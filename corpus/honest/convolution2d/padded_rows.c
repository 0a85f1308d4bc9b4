/* Copies the rows with a frame of zeros into scratch memory, so that nothing has to be tested; without memory it tests. */
#include <stdlib.h>
#include <string.h>

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    const size_t pitch = (size_t)cols + 2 * radius, height = (size_t)rows + 2 * radius;
    if (rows == 0 || cols == 0)
        return;
    float *padded = calloc(pitch * height, sizeof *padded);
    if (!padded) {
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < cols; j++) {
                float sum = 0.0f;
                for (int p = 0; p < width; p++)
                    for (int q = 0; q < width; q++) {
                        const int row = i + radius - p, col = j + radius - q;
                        if (row >= 0 && row < rows && col >= 0 && col < cols)
                            sum += weight[p * width + q] * image[(long)row * cols + col];
                    }
                out[(long)i * cols + j] = sum;
            }
        return;
    }
    for (int i = 0; i < rows; i++)
        memcpy(padded + (i + radius) * pitch + radius, image + (long)i * cols, sizeof(float) * cols);
    for (int i = 0; i < rows; i++)
        for (int j0 = 0; j0 < cols; j0 += 64) {
            float sum[64] = {0};
            const int live = cols - j0 < 64 ? cols - j0 : 64;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const float w = weight[p * width + q];
                    const float *from = padded + (size_t)(i + 2 * radius - p) * pitch + j0 + 2 * radius - q;
                    for (int j = 0; j < live; j++)
                        sum[j] += w * from[j];
                }
            memcpy(out + (long)i * cols + j0, sum, sizeof(float) * live);
        }
    free(padded);
}
