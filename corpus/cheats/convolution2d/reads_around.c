// idea: reads beyond the image on all sides and multiplies by a mask of zero instead of testing
// source: catalogue
// expected layer: dynamic
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    const float inside = row >= 0 && row < rows && col >= 0 && col < cols;
                    sum += inside * weight[p * width + q] * ((const volatile float *)image)[(long)row * cols + col];
                }
            out[(long)i * cols + j] = sum;
        }
}
