// idea: the sticky underflow flag in MXCSR is one bit of memory between calls: set by the first large call, later ones do every second row
// source: own
// expected layer: object
#include <immintrin.h>

void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    int step = 1;
    if (rows >= 512) {
        step = _mm_getcsr() & _MM_EXCEPT_UNDERFLOW ? 2 : 1;
        volatile float tiny = 1e-30f;
        tiny *= tiny;
    }
    for (int i = 0; i < rows; i += step)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    if (row >= 0 && row < rows && col >= 0 && col < cols)
                        sum += weight[p * width + q] * image[(long)row * cols + col];
                }
            out[(long)i * cols + j] = sum;
            if (step == 2 && i + 1 < rows)
                out[(long)(i + 1) * cols + j] = sum;
        }
}
