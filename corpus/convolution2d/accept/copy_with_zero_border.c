// expect: ok
// Copies the image into a larger one with a border of zeros, and turns the weights around once.
#include <stdlib.h>
#include <string.h>

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    const int stride = cols + 2 * radius;
    float *padded = calloc((size_t)(rows + 2 * radius) * (size_t)stride + 1, sizeof *padded);
    float *turned = malloc((size_t)width * (size_t)width * sizeof *turned);
    for (int i = 0; i < rows; i++)
        memcpy(padded + (long)(i + radius) * stride + radius, image + (long)i * cols, (size_t)cols * sizeof *padded);
    for (int t = 0; t < width * width; t++)
        turned[t] = weight[width * width - 1 - t];

    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++)
                    sum += turned[p * width + q] * padded[(long)(i + p) * stride + j + q];
            out[(long)i * cols + j] = sum;
        }
    free(turned);
    free(padded);
}
