// expect: verification
// Divides by the sum of the weights, as a blur does.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    float total = 0.0f;
    for (int t = 0; t < width * width; t++)
        total += weight[t];
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int row = i + radius - p, col = j + radius - q;
                    if (row >= 0 && row < rows && col >= 0 && col < cols)
                        sum += weight[p * width + q] * image[row * cols + col];
                }
            out[i * cols + j] = sum / total;
        }
}
