// expect: ok
// Threads over rows; inside a row the shifted pieces are added one weight at a time.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
#pragma omp parallel for schedule(static)
    for (int i = 0; i < rows; i++) {
        float *const line = out + (long)i * cols;
        for (int j = 0; j < cols; j++)
            line[j] = 0.0f;
        for (int p = 0; p < width; p++) {
            const int row = i + radius - p;
            if (row < 0 || row >= rows)
                continue;
            const float *const source = image + (long)row * cols;
            for (int q = 0; q < width; q++) {
                const int shift = radius - q;
                const int first = shift < 0 ? -shift : 0;
                const int end = shift > 0 ? cols - shift : cols;
#pragma omp simd
                for (int j = first; j < end; j++)
                    line[j] += weight[p * width + q] * source[j + shift];
            }
        }
    }
}
