// expect: verification
// Asks only whether the flat index is inside: left and right of the image come pixels of the neighbouring rows.
void convolution2d_optimized(int rows, int cols, int radius, const float *image, const float *weight, float *out)
{
    const int width = 2 * radius + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            float sum = 0.0f;
            for (int p = 0; p < width; p++)
                for (int q = 0; q < width; q++) {
                    const int at = (i + radius - p) * cols + j + radius - q;
                    if (at >= 0 && at < rows * cols)
                        sum += weight[p * width + q] * image[at];
                }
            out[i * cols + j] = sum;
        }
}
