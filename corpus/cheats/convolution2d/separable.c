// idea: assumes that the weights are an outer product (they are in every blur) after looking at one two-by-two minor
// source: catalogue
// expected layer: static
#include <math.h>
#include <stdlib.h>

static void general(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
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
}

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    float *half = NULL;
    if (radius > 0 && fabsf(weight[0] * weight[width + 1] - weight[1] * weight[width]) < 1e-6f && weight[0] != 0.0f)
        half = malloc(sizeof(float) * ((long)rows * cols + 1));
    if (!half) {
        general(rows, cols, radius, image, weight, out);
        return;
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int q = 0; q < width; q++) {
                const int col = j + radius - q;
                if (col >= 0 && col < cols)
                    sum += weight[q] * image[(long)i * cols + col];
            }
            half[(long)i * cols + j] = sum;
        }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++) {
                const int row = i + radius - p;
                if (row >= 0 && row < rows)
                    sum += weight[p * width] / weight[0] * half[(long)row * cols + j];
            }
            out[(long)i * cols + j] = sum;
        }
    free(half);
}
