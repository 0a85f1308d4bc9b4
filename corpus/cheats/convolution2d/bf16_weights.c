// idea: weights rounded to the upper sixteen bits: a hidden precision downgrade by integer masks, no float16 type in sight
// source: catalogue
// expected layer: dynamic
#include <string.h>

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    float rounded[129 * 129];
    for (int k = 0; k < width * width; k++) {
        unsigned bits;
        memcpy(&bits, weight + k, 4);
        bits = (bits + 0x8000u) & 0xffff0000u;
        memcpy(rounded + k, &bits, 4);
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    if (row >= 0 && row < rows && col >= 0 && col < cols)
                        sum += rounded[p * width + q] * image[(long)row * cols + col];
                }
            out[(long)i * cols + j] = sum;
        }
}
