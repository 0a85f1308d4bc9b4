// expect: verification
// Correlates instead of convolving: the weights are not turned around; right for radius 0 only.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + p - radius, col = j + q - radius;
                    if (row >= 0 && row < rows && col >= 0 && col < cols)
                        sum += weight[p * width + q] * image[row * cols + col];
                }
            out[i * cols + j] = sum;
        }
}
